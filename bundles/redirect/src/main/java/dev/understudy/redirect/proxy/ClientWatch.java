package dev.understudy.redirect.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a client leaves while others work for it. With HTTP/1 the server itself would not before it writes: from the end
 * of a request to the end of its answer it does not look at what comes. So this looks, and hands on what it finds if that is
 * the client's next request. With later versions the server knows, and tells.
 *
 * <p>It must have ended before the answer does: the server wants to look again then.
 */
final class ClientWatch implements Callback {

    /** Less than the server's own buffer has room for. */
    private static final int GLIMPSE = 1024;

    private final AbstractEndPoint endPoint;
    private final Connection.UpgradeTo connection;
    private final Runnable left;
    private boolean over;

    private ClientWatch(AbstractEndPoint endPoint, Connection.UpgradeTo connection, Runnable left) {
        this.endPoint = endPoint;
        this.connection = connection;
        this.left = left;
    }

    /**
     * Begins to watch the client of a request that has been read whole; null if there is nothing to be watched.
     *
     * @param left run at most once, on a thread that may block
     */
    static @Nullable ClientWatch begin(Request request, Runnable left) {
        if (request.getConnectionMetaData().getHttpVersion().getVersion() > HttpVersion.HTTP_1_1.getVersion()) {
            request.addFailureListener(failure -> left.run());
            return null;
        }
        Connection connection = request.getConnectionMetaData().getConnection();
        if (!(connection instanceof Connection.UpgradeTo http1)
                || !(connection.getEndPoint() instanceof AbstractEndPoint endPoint)) {
            return null;
        }
        ClientWatch watch = new ClientWatch(endPoint, http1, left);
        endPoint.tryFillInterested(watch);
        return watch;
    }

    /** Looks no more, whatever it is that has come meanwhile. */
    void end() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        // There is no way to withdraw a callback, but to have it called.
        endPoint.getFillInterest().fillable();
    }

    /** Something has come, or nothing will any more. */
    @Override
    public void succeeded() {
        if (hasLeft()) {
            left.run();
        }
    }

    @Override
    public void failed(Throwable reason) {
        synchronized (this) {
            // A connection that is silent for long is the server's affair.
            if (over || reason instanceof TimeoutException) {
                over = true;
                return;
            }
            over = true;
        }
        left.run();
    }

    private synchronized boolean hasLeft() {
        if (over) {
            return false;
        }
        try {
            ByteBuffer glimpse = BufferUtil.allocate(GLIMPSE);
            int size = endPoint.fill(glimpse);
            if (size == 0) {
                endPoint.tryFillInterested(this);
                return false;
            }
            over = true;
            if (size > 0) {
                connection.onUpgradeTo(glimpse);
                return false;
            }
        } catch (IOException e) {
            over = true;
        }
        return true;
    }
}
