package dev.understudy.http.connection;

import dev.understudy.http.reply.PlainText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritePendingException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http2.ErrorCode;
import org.eclipse.jetty.http2.HTTP2Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket of a connection that is given up when a request takes too long to arrive. */
final class TimedEndPoint extends SocketChannelEndPoint implements ArrivalEndPoint {

    private static final Logger LOG = LoggerFactory.getLogger(TimedEndPoint.class);

    private final RequestArrival arrival;
    private final boolean encrypted;

    /**
     * Creates the end point of a socket.
     *
     * @param encrypted whether the bytes are those of TLS, so that only {@link TimedTlsConnection} can tell what they say
     */
    TimedEndPoint(
            SocketChannel channel,
            ManagedSelector selector,
            SelectionKey key,
            Scheduler scheduler,
            RequestArrival arrival,
            boolean encrypted) {
        super(channel, selector, key, scheduler);
        this.arrival = arrival;
        this.encrypted = encrypted;
    }

    @Override
    public RequestArrival arrival() {
        return arrival;
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0) {
            if (encrypted) {
                arrival.encrypted();
            } else {
                arrival.filled(buffer, buffer.limit() - filled, buffer.limit());
            }
        }
        return filled;
    }

    /** Closes the connection if the header of a request has been arriving for too long, and says so in the version of HTTP it speaks. */
    void endWhenLate(Duration limit) {
        if (!arrival.endsLate(limit)) {
            return;
        }
        LOG.debug("{}: the header of a request has not arrived within {}", getRemoteSocketAddress(), limit);
        EndPoint readable = getConnection() instanceof SslConnection tls ? tls.getSslEndPoint() : this;
        if (!arrival.isReadable()) {
            close();
        } else if (readable.getConnection() instanceof HTTP2Connection http2) {
            http2.getSession()
                    .close(ErrorCode.ENHANCE_YOUR_CALM_ERROR.code, "header.timeout", Callback.from(() -> close()));
        } else {
            refuse(readable);
        }
    }

    private static void refuse(EndPoint readable) {
        try {
            readable.write(Callback.from(readable::close), PlainText.raw(HttpStatus.REQUEST_TIMEOUT_408));
        } catch (WritePendingException e) {
            readable.close();
        }
    }
}
