package dev.understudy.http.server;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettings;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The host's own Jetty server. */
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
    private final Dispatcher dispatcher;
    private final Duration drain;

    private StandaloneServer(Server server, ServerConnector connector, Dispatcher dispatcher, Duration drain) {
        this.server = server;
        this.connector = connector;
        this.dispatcher = dispatcher;
        this.drain = drain;
    }

    /**
     * Starts a server.
     *
     * @throws IOException when the address cannot be used
     */
    static StandaloneServer open(HttpSettings settings, Dispatcher dispatcher, RequestLog log) throws IOException {
        Server server = new Server(threads());
        ServerConnector connector = new HeaderTimeoutConnector(server, protocol(settings.trustedProxies()), settings);
        connector.setHost(settings.host().isEmpty() ? null : settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(CONNECTION_IDLE_MILLIS);
        // Once the server stops, connections are closed when their request has ended, not before.
        connector.setShutdownIdleTimeout(Math.max(1, settings.drain().toMillis()));
        server.addConnector(connector);
        install(server, dispatcher, log);
        try {
            server.start();
        } catch (Exception e) {
            server.setHandler((Handler) null);
            LifeCycle.stop(server);
            throw new IOException(reason(e), e);
        }
        return new StandaloneServer(server, connector, dispatcher, settings.drain());
    }

    /**
     * Finds out whether an address can be had.
     *
     * @throws IOException when it cannot
     */
    static void requireFree(HttpSettings settings) throws IOException {
        String host = settings.host();
        InetSocketAddress address =
                host.isEmpty() ? new InetSocketAddress(settings.port()) : new InetSocketAddress(host, settings.port());
        try (ServerSocketChannel probe = ServerSocketChannel.open()) {
            probe.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            probe.bind(address);
        } catch (IOException | UnresolvedAddressException e) {
            throw new IOException(reason(e), e);
        }
    }

    /** Whether an address cannot be had because of its port: somebody else has it, or it takes more rights. */
    static boolean isAboutPort(IOException failure) {
        return String.valueOf(failure.getMessage()).matches("(?i).*(in use|permission denied).*");
    }

    /** Installs the handlers and the log, which every server of the host has, with or without a connector. */
    static void install(Server server, Dispatcher dispatcher, RequestLog log) {
        server.setHandler(dispatcher);
        server.setDefaultHandler(new NotFound());
        server.setErrorHandler(new PlainErrors());
        server.setRequestLog(log);
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
    public boolean isOwn() {
        return true;
    }

    @Override
    public void close() {
        // The future would wait for idle connections too; only requests matter.
        CompletableFuture<Void> unused = connector.shutdown();
        try {
            if (!dispatcher.awaitIdle(drain)) {
                LOG.warn("Stopping with requests still running after {} ms (drain.timeout)", drain.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LifeCycle.stop(server);
        server.setHandler((Handler) null);
    }
}
