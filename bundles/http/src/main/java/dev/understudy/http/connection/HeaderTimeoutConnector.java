package dev.understudy.http.connection;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.RawTarget;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A connector that gives up connections whose request takes too long to arrive, from its first byte to the end of its header, the handshake
 * of TLS included. The idle timeout alone lets a client keep a connection for hours by sending a byte now and then.
 */
final class HeaderTimeoutConnector extends ServerConnector {

    private static final long MAX_PERIOD_MILLIS = 1000;
    private static final int CHECKS = 10;

    private final Duration timeout;
    private final AddressFilter proxies;
    private final boolean encrypted;

    /**
     * Creates a connector that is not started.
     *
     * @param proxies the proxies that may send the header of the PROXY protocol
     * @param encrypted whether the connections begin with TLS
     */
    HeaderTimeoutConnector(
            Server server, Duration timeout, AddressFilter proxies, boolean encrypted, ConnectionFactory... factories) {
        super(server, 1, Runtime.getRuntime().availableProcessors(), factories);
        this.timeout = timeout;
        this.proxies = proxies;
        this.encrypted = encrypted;
    }

    /** Returns what such a connector needs to know of each request. */
    static HttpConfiguration.Customizer observer() {
        return HeaderTimeoutConnector::observed;
    }

    private static Request observed(Request request, HttpFields.Mutable headers) {
        RequestArrival arrival = ArrivalEndPoint.arrival(request);
        if (arrival == null) {
            return request;
        }
        if (arrival.isHttp2()) {
            return Http2Request.of(request);
        }
        arrival.headerArrived(request);
        if (!RawTarget.isLost(request)) {
            return request;
        }
        String target = arrival.target(request);
        return target == null ? request : RawTarget.restored(request, target);
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
            throws IOException {
        boolean proxied = !encrypted && ProxyProtocolFactory.isFrom(proxies, channel.getRemoteAddress());
        RequestArrival arrival = new RequestArrival(proxied);
        TimedEndPoint endPoint = new TimedEndPoint(channel, selector, key, getScheduler(), arrival, encrypted);
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
