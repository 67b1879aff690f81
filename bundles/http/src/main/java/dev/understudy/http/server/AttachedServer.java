package dev.understudy.http.server;

import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.http.tls.TlsStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The binding to a Jetty server of another bundle, behind the handlers that the server has already. */
final class AttachedServer implements ServerBinding {

    /** The port of a server that does not listen on one. */
    private static final int NO_PORT = -1;

    private static final Logger LOG = LoggerFactory.getLogger(AttachedServer.class);

    private final Server server;
    private final Dispatcher dispatcher;
    private final Runnable leave;
    private final Duration drain;
    private final boolean tlsIsWanted;

    private AttachedServer(Server server, Dispatcher dispatcher, HttpSettings settings, Runnable leave) {
        this.server = server;
        this.dispatcher = dispatcher;
        this.drain = settings.drain();
        this.tlsIsWanted = settings.tls().isOn();
        this.leave = leave;
    }

    /**
     * Attaches the dispatcher: to a collection of handlers that takes more of them, else as the server's handler, else as its
     * default handler.
     *
     * @throws IOException when the server can be changed in none of these ways
     */
    static AttachedServer enter(HttpSettings settings, Dispatcher dispatcher, RequestLog log, Server server)
            throws IOException {
        Runnable leave;
        try {
            leave = enter(server, dispatcher);
        } catch (RuntimeException e) {
            throw new IOException(e.toString(), e);
        }
        dispatcher.logTo(log);
        return new AttachedServer(server, dispatcher, settings, leave);
    }

    private static Runnable enter(Server server, Dispatcher dispatcher) throws IOException {
        for (Handler.Collection collection : server.getDescendants(Handler.Collection.class)) {
            if (collection instanceof Handler.AbstractContainer container && container.isDynamic()) {
                return join(collection, dispatcher);
            }
        }
        if (server.isDynamic() || !server.isRunning()) {
            if (server.getHandler() == null) {
                server.setHandler(dispatcher);
                return () -> server.setHandler((Handler) null);
            }
            if (server.getDefaultHandler() == null) {
                server.setDefaultHandler(dispatcher);
                return () -> server.setDefaultHandler(null);
            }
        }
        throw new IOException("it has no dynamic collection of handlers and is not dynamic itself");
    }

    private static Runnable join(Handler.Collection collection, Dispatcher dispatcher) {
        Handler member =
                collection instanceof ContextHandlerCollection ? new ContextHandler(dispatcher, "/") : dispatcher;
        collection.addHandler(member);
        if (collection.isRunning()) {
            LifeCycle.start(member);
        }
        return () -> {
            collection.removeHandler(member);
            LifeCycle.stop(member);
        };
    }

    @Override
    public int port() {
        return Arrays.stream(server.getConnectors())
                .filter(NetworkConnector.class::isInstance)
                .mapToInt(connector -> ((NetworkConnector) connector).getLocalPort())
                .findFirst()
                .orElse(NO_PORT);
    }

    /** Returns a problem where HTTPS is wanted: whoever owns the server decides about its ports. */
    @Override
    public @Nullable TlsStatus tls() {
        return tlsIsWanted
                ? new TlsStatus(
                        NO_PORT,
                        List.of(),
                        "sslPort has no effect: requests come through a Jetty server of another bundle, whose own it is")
                : null;
    }

    @Override
    public boolean isOwn() {
        return false;
    }

    @Override
    public void close() {
        try {
            dispatcher.awaitIdle(drain);
            leave.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The owner of the server may be stopping it at the same time.
            LOG.info("Left the server {}: {}", server, e.toString());
        } finally {
            dispatcher.logTo(null);
            LifeCycle.stop(dispatcher);
        }
    }
}
