package dev.understudy.http.server;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.connection.ServerPorts;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.http.tls.ServerKeys;
import dev.understudy.http.tls.TlsStatus;
import dev.understudy.settings.SettingRow;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's own Jetty server, with a port for HTTP and perhaps one for HTTPS. */
final class StandaloneServer implements ServerBinding {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneServer.class);

    /** Enough for all requests that wait for the engine, and for those that the cache answers at the same time. */
    private static final int MAX_THREADS = 400;

    private static final int MIN_THREADS = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    /** Longer than an image may take. */
    private static final long CONNECTION_IDLE_MILLIS = 60_000;
    /** Enough for templates, which have whole texts in URLs. */
    private static final int MAX_HEADER_BYTES = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final @Nullable ServerConnector tlsConnector;
    private final @Nullable ServerKeys keys;
    private final Dispatcher dispatcher;
    private final Duration drain;

    private StandaloneServer(Server server, HttpSettings settings, @Nullable ServerKeys keys, Dispatcher dispatcher) {
        this.server = server;
        this.keys = keys;
        this.dispatcher = dispatcher;
        this.drain = settings.drain();
        this.connector = add(
                settings,
                settings.port(),
                ServerPorts.plain(server, protocol(settings.trustedProxies()), settings.connection()));
        this.tlsConnector = keys == null
                ? null
                : add(
                        settings,
                        settings.tls().port(),
                        ServerPorts.tls(
                                server,
                                protocol(settings.trustedProxies()),
                                settings.connection(),
                                keys.context(),
                                settings.tls().hsts()));
    }

    private ServerConnector add(HttpSettings settings, int port, ServerConnector connector) {
        connector.setHost(settings.host().isEmpty() ? null : settings.host());
        connector.setPort(port);
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        // Once the server stops, connections are closed when their request has ended, not before.
        connector.setShutdownIdleTimeout(Math.max(1, settings.drain().toMillis()));
        server.addConnector(connector);
        return connector;
    }

    /**
     * Starts a server.
     *
     * @param keys closed with the server; null for no HTTPS
     * @throws PortException when the address cannot be used
     */
    static StandaloneServer open(
            HttpSettings settings, @Nullable ServerKeys keys, Dispatcher dispatcher, RequestLog log)
            throws PortException {
        Server server = new Server(threads());
        StandaloneServer opened = new StandaloneServer(server, settings, keys, dispatcher);
        install(server, dispatcher, log);
        try {
            listen(opened.connector, HttpSettingTable.PORT);
            if (opened.tlsConnector != null) {
                listen(opened.tlsConnector, HttpSettingTable.SSL_PORT);
            }
            server.start();
            return opened;
        } catch (PortException e) {
            opened.discard();
            throw e;
        } catch (Exception e) {
            opened.discard();
            throw new PortException(HttpSettingTable.PORT, settings.port(), reason(e), e);
        }
    }

    private static void listen(ServerConnector connector, SettingRow<Integer> setting) throws PortException {
        try {
            connector.open();
        } catch (IOException | UnresolvedAddressException e) {
            throw new PortException(setting, connector.getPort(), reason(e), e);
        }
    }

    private void discard() {
        server.setHandler((Handler) null);
        LifeCycle.stop(server);
        connector.close();
        if (tlsConnector != null) {
            tlsConnector.close();
        }
    }

    /**
     * Finds out whether an address can be had.
     *
     * @param setting the setting that has the port
     * @throws PortException when it cannot
     */
    static void requireFree(String host, int port, SettingRow<Integer> setting) throws PortException {
        InetSocketAddress address = host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
        try (ServerSocketChannel probe = ServerSocketChannel.open()) {
            probe.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            probe.bind(address);
        } catch (IOException | UnresolvedAddressException e) {
            throw new PortException(setting, port, reason(e), e);
        }
    }

    /** Installs the handlers and the log, which every server of the host has, with or without a connector. */
    static void install(Server server, Dispatcher dispatcher, RequestLog log) {
        server.setHandler(dispatcher);
        server.setDefaultHandler(new NotFound());
        server.setErrorHandler(new PlainErrors());
        server.setRequestLog(ClientLeft.telling(log));
    }

    /**
     * Returns the rules for reading requests.
     *
     * @param trustedProxies the proxies whose {@code X-Forwarded-For} is trusted
     */
    static HttpConfiguration protocol(AddressFilter trustedProxies) {
        HttpConfiguration protocol = new HttpConfiguration();
        protocol.setSendServerVersion(false);
        protocol.setRequestHeaderSize(MAX_HEADER_BYTES);
        protocol.setUriCompliance(paths());
        protocol.addCustomizer(new TrustedProxies(trustedProxies));
        protocol.addCustomizer(new FaultyFraming());
        return protocol;
    }

    /**
     * Returns the rules for paths: strict, except for what clients of the protocol send. These are doubled slashes, unencoded braces
     * and pipes, names in ISO-8859-1, and encoded slashes, dots and percent signs. Jetty refuses these because a path and its decoded
     * form could then mean different things; here only the path as sent is read, and the protocol has its own errors for what is
     * wrong with it. Control characters, backslashes, {@code %u} and user names stay refused, and so do, whatever is allowed here,
     * a path that climbs above the root and a percent sign without its two digits.
     */
    private static UriCompliance paths() {
        return UriCompliance.RFC3986.with(
                "understudy",
                Violation.AMBIGUOUS_EMPTY_SEGMENT,
                Violation.AMBIGUOUS_PATH_SEGMENT,
                Violation.AMBIGUOUS_PATH_SEPARATOR,
                Violation.AMBIGUOUS_PATH_ENCODING,
                Violation.AMBIGUOUS_PATH_PARAMETER,
                Violation.BAD_UTF8_ENCODING,
                Violation.TRUNCATED_UTF8_ENCODING,
                Violation.ILLEGAL_PATH_CHARACTERS);
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, THREAD_IDLE_MILLIS);
        threads.setName("understudy-http");
        return threads;
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof UnresolvedAddressException) {
            return "No such host";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public @Nullable TlsStatus tls() {
        return keys == null || tlsConnector == null ? null : keys.status(tlsConnector.getLocalPort());
    }

    @Override
    public boolean isOwn() {
        return true;
    }

    @Override
    public void close() {
        // The futures would wait for idle connections too; only requests matter.
        CompletableFuture<Void> unused = connector.shutdown();
        if (tlsConnector != null) {
            CompletableFuture<Void> unusedToo = tlsConnector.shutdown();
        }
        try {
            if (!dispatcher.awaitIdle(drain)) {
                LOG.warn("Stopping with requests still running after {} ms (drain.timeout)", drain.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LifeCycle.stop(server);
        server.setHandler((Handler) null);
        if (keys != null) {
            keys.close();
        }
    }
}
