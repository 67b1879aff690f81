package dev.understudy.http.server;

import dev.understudy.http.RawTarget;
import dev.understudy.http.reply.PlainText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that knows since when the header of a request has been arriving, and its first line as it came. */
final class TimedEndPoint extends SocketChannelEndPoint {

    private static final Logger LOG = LoggerFactory.getLogger(TimedEndPoint.class);

    /** The time of the first byte; null between requests, and from the end of a header to the end of the answer. */
    private volatile @Nullable Long arrivingSince;

    private final RequestLines requestLines = new RequestLines();
    private volatile boolean atWork;

    TimedEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Notes that the header of a request is complete. */
    static void headerArrived(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof TimedEndPoint endPoint) {
            endPoint.atWork = true;
            endPoint.arrivingSince = null;
            Request.addCompletionListener(request, failure -> endPoint.atWork = false);
        }
    }

    /** Returns a request with the bytes of its target that Jetty has replaced, if they are known. */
    static Request restored(Request request) {
        if (RawTarget.isLost(request)
                && request.getConnectionMetaData().getConnection().getEndPoint() instanceof TimedEndPoint endPoint) {
            String target = endPoint.requestLines.target(request);
            return target == null ? request : RawTarget.restored(request, target);
        }
        return request;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0) {
            requestLines.add(buffer, buffer.limit() - filled, buffer.limit());
        }
        if (filled > 0 && !atWork && arrivingSince == null) {
            arrivingSince = NanoTime.now();
        }
        return filled;
    }

    /** Answers with 408 and closes the connection if the header of a request has been arriving for too long. */
    void endWhenLate(Duration limit) {
        Long since = arrivingSince;
        if (since == null || NanoTime.since(since) < limit.toNanos()) {
            return;
        }
        arrivingSince = null;
        LOG.debug("{}: the header of a request has not arrived within {}", getRemoteSocketAddress(), limit);
        EndPoint connection = this;
        try {
            write(Callback.from(connection::close), PlainText.raw(HttpStatus.REQUEST_TIMEOUT_408));
        } catch (WritePendingException e) {
            connection.close();
        }
    }
}
