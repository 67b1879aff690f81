package dev.understudy.redirect.watch;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client leaves while its request is forwarded. With HTTP/1 Jetty would not before it writes, so that this reads
 * from the connection in its place. With later versions of HTTP Jetty knows, and tells.
 *
 * <p>A watch must end before the answer does: Jetty wants to read again then.
 */
final class ClientWatch implements Callback {

    private final ConnectionPeek connection;
    private final Runnable onLeft;
    private boolean over;

    private ClientWatch(ConnectionPeek connection, Runnable onLeft) {
        this.connection = connection;
        this.onLeft = onLeft;
    }

    /**
     * Begins to watch the client of a request that has been read whole. Returns null if no watch is needed or possible.
     *
     * @param onLeft run at most once, on a thread that may block
     */
    static @Nullable ClientWatch begin(Request request, Runnable onLeft) {
        if (request.getConnectionMetaData().getHttpVersion().getVersion() > HttpVersion.HTTP_1_1.getVersion()) {
            request.addFailureListener(failure -> onLeft.run());
            return null;
        }
        ConnectionPeek connection = ConnectionPeek.of(request);
        if (connection == null) {
            return null;
        }
        ClientWatch watch = new ClientWatch(connection, onLeft);
        connection.register(watch);
        return watch;
    }

    /** Ends the watch, whatever may have arrived in the meantime. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        connection.unregister();
    }

    /** Called when bytes have arrived, or the stream has ended. */
    @Override
    public void succeeded() {
        if (hasLeft()) {
            onLeft.run();
        }
    }

    @Override
    public void failed(Throwable reason) {
        synchronized (this) {
            // A connection that has been idle for long is Jetty's affair.
            if (over || reason instanceof TimeoutException) {
                over = true;
                return;
            }
            over = true;
        }
        onLeft.run();
    }

    private synchronized boolean hasLeft() {
        if (over) {
            return false;
        }
        ConnectionPeek.Found found = connection.peek();
        if (found == ConnectionPeek.Found.NOTHING) {
            connection.register(this);
            return false;
        }
        over = true;
        return found == ConnectionPeek.Found.END;
    }
}
