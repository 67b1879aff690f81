package dev.understudy.redirect.client;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection that may have brought answers before. Its server may be closing it at the very moment in which the next request is sent.
 *
 * @param connection null for one of HTTP/2, which many requests share, so that nobody can tell to which one the server has said nothing
 * @param bytesBefore how many bytes had arrived when the request was sent
 */
public record ReusedConnection(@Nullable Connection connection, long bytesBefore) {

    /** Returns the connection of a request that is about to be sent, or null if the connection has brought no answer yet. */
    public static @Nullable ReusedConnection of(Request request) {
        if (request.getConnection() instanceof Connection connection) {
            return connection.getMessagesIn() > 0 ? new ReusedConnection(connection, connection.getBytesIn()) : null;
        }
        return request.getConnection() == null ? null : new ReusedConnection(null, 0);
    }

    /** Returns whether no byte of an answer is known to have arrived since the request was sent. */
    public boolean isSilent() {
        return connection == null || connection.getBytesIn() == bytesBefore;
    }
}
