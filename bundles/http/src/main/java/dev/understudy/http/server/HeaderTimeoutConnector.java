package dev.understudy.http.server;

import dev.understudy.http.settings.HttpSettings;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that gives up connections whose request takes too long to arrive, from its first byte to the end of its header. The idle
 * timeout alone lets a client keep a connection for hours by sending a byte now and then.
 */
final class HeaderTimeoutConnector extends ServerConnector {

    private static final long MAX_PERIOD_MILLIS = 1000;
    private static final int CHECKS = 10;

    private final Duration timeout;

    HeaderTimeoutConnector(Server server, HttpConfiguration protocol, HttpSettings settings) {
        super(server, 1, Runtime.getRuntime().availableProcessors(), new HttpConnectionFactory(protocol));
        this.timeout = settings.headerTimeout();
        protocol.addCustomizer((request, headers) -> {
            TimedEndPoint.headerArrived(request);
            return TimedEndPoint.restored(request);
        });
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        TimedEndPoint endPoint = new TimedEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        scheduleCheck();
    }

    private void scheduleCheck() {
        long period = Math.min(MAX_PERIOD_MILLIS, Math.max(1, timeout.toMillis() / CHECKS));
        getScheduler().schedule(this::check, period, TimeUnit.MILLISECONDS);
    }

    private void check() {
        for (EndPoint endPoint : getConnectedEndPoints()) {
            if (endPoint instanceof TimedEndPoint timed) {
                timed.endWhenLate(timeout);
            }
        }
        if (isRunning()) {
            scheduleCheck();
        }
    }
}
