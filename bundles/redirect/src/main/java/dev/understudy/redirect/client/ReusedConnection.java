package dev.understudy.redirect.client;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has brought answers before. Its server may be closing it at the very moment in which the next request is sent.
 *
 * @param bytesBefore how many bytes had arrived when the request was sent
 */
public record ReusedConnection(Connection connection, long bytesBefore) {

    /** Returns the connection of a request that is about to be sent, or null if the connection has brought no answer yet. */
    public static @Nullable ReusedConnection of(Request request) {
        return request.getConnection() instanceof Connection connection && connection.getMessagesIn() > 0
                ? new ReusedConnection(connection, connection.getBytesIn())
                : null;
    }

    /** Returns whether no byte has arrived since the request was sent. */
    public boolean isSilent() {
        return connection.getBytesIn() == bytesBefore;
    }
}
