package dev.understudy.redirect.proxy;

import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/**
 * A connection that has brought answers before; its server may be closing it at the very moment in which the next request is sent.
 *
 * @param bytesBefore how many it had brought when that was sent
 */
record UsedConnection(Connection connection, long bytesBefore) {

    /** The connection of a request that is about to be sent; null if it has brought no answer yet. */
    static @Nullable UsedConnection of(Request request) {
        return request.getConnection() instanceof Connection connection && connection.getMessagesIn() > 0
                ? new UsedConnection(connection, connection.getBytesIn())
                : null;
    }

    /** Whether not a byte has come since. */
    boolean hasBroughtNothing() {
        return connection.getBytesIn() == bytesBefore;
    }
}
