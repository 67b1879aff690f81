package dev.understudy.redirect.proxy;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Ends a client's connection as a crash does, for answers whose end would else look like that of the connection. */
final class ConnectionReset {

    private ConnectionReset() {}

    /** Ends the connection of a request; below TLS, which would take leave. */
    static void of(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        while (endPoint.getTransport() instanceof EndPoint inner) {
            endPoint = inner;
        }
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            resetWhenClosed(channel);
        }
        endPoint.close();
    }

    private static void resetWhenClosed(SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // The client has ended it meanwhile.
        }
    }
}
