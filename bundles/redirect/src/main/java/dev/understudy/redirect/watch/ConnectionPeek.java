package dev.understudy.redirect.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a client's HTTP/1 connection while Jetty does not, and gives back what belongs to the next request.
 *
 * <p>This is the only class that uses Jetty's internals, and it does because Jetty offers nothing else: between the end of a
 * request and the end of its answer Jetty does not read from the connection, so that it does not notice an end of the stream, and
 * no listener exists for one. Three things here are more than Jetty promises, and need a look when its version changes:
 *
 * <ul>
 *   <li>{@link AbstractEndPoint#tryFillInterested} registers a callback beside the connection's own, which is possible only while
 *       the connection has none registered;
 *   <li>{@link org.eclipse.jetty.io.FillInterest#fillable} calls the callback, since a registered one cannot be withdrawn;
 *   <li>{@link Connection.UpgradeTo#onUpgradeTo} gives the connection bytes to read before those that come after; Jetty means it
 *       for connections that have just been upgraded.
 * </ul>
 *
 * <p>Answers to pipelined requests, and the test of clients that leave, fail if one of them changes.
 */
final class ConnectionPeek {

    /** Less than Jetty's own buffer has space for. */
    private static final int PEEK_BYTES = 1024;

    private final AbstractEndPoint endPoint;
    private final Connection.UpgradeTo connection;

    private ConnectionPeek(AbstractEndPoint endPoint, Connection.UpgradeTo connection) {
        this.endPoint = endPoint;
        this.connection = connection;
    }

    /** Returns the connection of a request that has been read whole, or null if it is not one of HTTP/1 that Jetty made. */
    static @Nullable ConnectionPeek of(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        return connection instanceof Connection.UpgradeTo http1
                        && ownEndPoint(connection.getEndPoint()) instanceof AbstractEndPoint endPoint
                ? new ConnectionPeek(endPoint, http1)
                : null;
    }

    /** Returns the end point itself, where the PROXY protocol has put another one around it to tell who the client is. */
    private static EndPoint ownEndPoint(EndPoint endPoint) {
        EndPoint own = endPoint;
        while (!(own instanceof AbstractEndPoint) && own instanceof EndPoint.Wrapper wrapper) {
            own = wrapper.unwrap();
        }
        return own;
    }

    /** Has the callback called once, when there is something to be read, or never will be. */
    void register(Callback callback) {
        endPoint.tryFillInterested(callback);
    }

    /** Has the registered callback called now, if there is one. */
    void unregister() {
        endPoint.getFillInterest().fillable();
    }

    /** What reading from the connection has found. */
    enum Found {
        NOTHING,
        NEXT_REQUEST,
        END
    }

    /** Reads without waiting; the bytes of a next request are given back to the connection. */
    Found peek() {
        try {
            ByteBuffer bytes = BufferUtil.allocate(PEEK_BYTES);
            int size = endPoint.fill(bytes);
            if (size > 0) {
                connection.onUpgradeTo(bytes);
                return Found.NEXT_REQUEST;
            }
            return size == 0 ? Found.NOTHING : Found.END;
        } catch (IOException e) {
            // A connection that is reset has ended too.
            return Found.END;
        }
    }
}
