package dev.understudy.http.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A connection of TLS that tells how the requests within arrive. */
final class TimedTlsConnection extends SslConnection {

    private TimedTlsConnection(Connector connector, EndPoint socket, SSLEngine engine, SslContextFactory context) {
        super(connector.getByteBufferPool(), connector.getExecutor(), context, socket, engine);
        RequestArrival arrival = arrivalAt(socket);
        addHandshakeListener(new SslHandshakeListener() {
            @Override
            public void handshakeSucceeded(Event event) {
                arrival.handshakeDone();
            }
        });
    }

    private static RequestArrival arrivalAt(EndPoint socket) {
        return Objects.requireNonNull(ArrivalEndPoint.arrival(socket));
    }

    /** Called before this object is complete. */
    @Override
    protected SslEndPoint newSslEndPoint() {
        return new ReadableEndPoint();
    }

    /** The end point of what TLS carries. */
    private final class ReadableEndPoint extends SslEndPoint implements ArrivalEndPoint {

        private final RequestArrival arrival = arrivalAt(TimedTlsConnection.this.getEndPoint());

        @Override
        public RequestArrival arrival() {
            return arrival;
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            int filled = super.fill(buffer);
            if (filled > 0) {
                arrival.filled(buffer, buffer.limit() - filled, buffer.limit());
            }
            return filled;
        }
    }

    /** Makes such connections. */
    static final class Factory extends SslConnectionFactory {

        Factory(SslContextFactory.Server context, String next) {
            super(context, next);
        }

        @Override
        protected SslConnection newSslConnection(Connector connector, EndPoint socket, SSLEngine engine) {
            return new TimedTlsConnection(connector, socket, engine, getSslContextFactory());
        }
    }
}
