package dev.understudy.redirect.exchange;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/** Resets a client's connection, as a crash would, so that an answer that broke off does not look whole. */
final class ConnectionReset {

    private ConnectionReset() {}

    /** Resets the connection of a request; below TLS, which would otherwise end the connection in an orderly way. */
    static void reset(Request request) {
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
            // The client has closed the connection in the meantime.
        }
    }
}
