package dev.understudy.http.server;

import dev.understudy.catalog.CatalogService;
import dev.understudy.http.HttpHost;
import dev.understudy.http.Mounts;
import dev.understudy.http.failures.FailureTable;
import dev.understudy.http.health.Health;
import dev.understudy.http.health.HealthHandler;
import dev.understudy.http.log.AccessLog;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.Secondaries;
import java.io.IOException;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts the mounted handlers in a server of its own, or in one of another bundle while there is one. Mounts, settings and servers may
 * change at any time, one after the other.
 */
public final class Host {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    private record Address(String host, int port) implements HttpHost {}

    private final StartupReport report;
    private final Consumer<@Nullable HttpHost> publisher;
    private final Dispatcher dispatcher;
    private final FailureTable failures = new FailureTable(InstantSource.system());
    private final Health health;
    private volatile HttpSettings settings = HttpSettings.DEFAULTS;
    private boolean opened;
    private @Nullable Server foreign;
    private @Nullable ServerBinding binding;
    private @Nullable AccessLog log;

    /**
     * Creates a host that accepts no requests yet.
     *
     * @param publisher gets the address when requests are accepted, and null before they no longer are
     */
    public Host(StartupReport report, Consumer<@Nullable HttpHost> publisher) {
        this.report = report;
        this.publisher = publisher;
        this.dispatcher = new Dispatcher(() -> settings.swap());
        this.health = new Health(dispatcher::mounts, failures);
        dispatcher.mount(List.of(Health.MOUNT), new HealthHandler(health), 0);
    }

    /** Applies these settings. An open server is reopened only if it must be. */
    public synchronized void open(HttpSettings next) {
        HttpSettings before = settings;
        settings = next;
        if (binding == null || !next.opensAs(before)) {
            opened = true;
            move();
        }
    }

    /** Moves to a server of another bundle. */
    public synchronized void moveTo(Server server) {
        foreign = server;
        move();
    }

    /** Moves away from a server of another bundle. */
    public synchronized void moveFrom(Server server) {
        if (foreign == server) {
            foreign = null;
            move();
        }
    }

    /** Mounts a handler, as {@link Dispatcher#mount} says. */
    public void mount(List<String> mounts, Handler handler, int ranking) {
        dispatcher.mount(mounts, handler, ranking);
        reportReady();
    }

    /** Takes a handler off its mounts, as {@link Dispatcher#unmount} says. */
    public void unmount(List<String> mounts, Handler handler) {
        dispatcher.unmount(mounts, handler);
    }

    /** Adds these catalogs to the health report. */
    public void catalogs(CatalogService catalogs) {
        health.catalogs(catalogs);
    }

    /** Takes these catalogs from the health report. */
    public void unsetCatalogs(CatalogService catalogs) {
        health.unsetCatalogs(catalogs);
    }

    /** Adds this quarantine to the health report. */
    public void quarantine(Quarantine quarantine) {
        health.quarantine(quarantine);
    }

    /** Takes this quarantine from the health report. */
    public void unsetQuarantine(Quarantine quarantine) {
        health.unsetQuarantine(quarantine);
    }

    /** Adds these secondary servers to the health report. */
    public void secondaries(Secondaries secondaries) {
        health.secondaries(secondaries);
    }

    /** Takes these secondary servers from the health report. */
    public void unsetSecondaries(Secondaries secondaries) {
        health.unsetSecondaries(secondaries);
    }

    /** Returns the failures of the last day. */
    public RecentFailures failures() {
        return failures;
    }

    /** Closes the host: reports that it is not ready, accepts no new connections, lets requests at work end. */
    public synchronized void close() {
        if (opened) {
            opened = false;
            health.stopping();
            leave();
        }
    }

    private void move() {
        if (opened) {
            leave();
            enter();
        }
    }

    private void enter() {
        HttpSettings present = settings;
        try {
            log = AccessLog.open(present.log(), Clock.system(ZoneId.systemDefault()));
        } catch (IOException e) {
            unusable("log.directory (UNDERSTUDY_LOGS): the access log cannot be written to '"
                    + present.log().directory() + "': " + e);
            return;
        }
        ServerBinding entered = enter(present, log);
        binding = entered;
        if (entered != null) {
            publisher.accept(new Address(present.host(), entered.port()));
            report.listening(
                    entered.isOwn() ? present.address(entered.port()) : "in the Jetty server registered as a service",
                    present.log().directory());
            reportReady();
        }
    }

    private @Nullable ServerBinding enter(HttpSettings present, AccessLog openLog) {
        RequestLog requests = (request, response) -> {
            failures.finished(request);
            openLog.log(request, response);
        };
        Server other = foreign;
        if (other != null) {
            try {
                return AttachedServer.enter(present, dispatcher, requests, other);
            } catch (IOException e) {
                LOG.warn("Not using the Jetty server registered as a service: {}", e.getMessage());
            }
        }
        try {
            return StandaloneServer.open(present, dispatcher, requests);
        } catch (IOException e) {
            unusable("Cannot listen on host '" + present.host() + "', port " + present.port()
                    + " (host and port of dev.understudy.http; UNDERSTUDY_HOST and UNDERSTUDY_PORT): "
                    + e.getMessage());
            return null;
        }
    }

    private void unusable(String message) {
        report.unusable(message, settings.exitOnFailure());
    }

    private void leave() {
        if (binding != null) {
            publisher.accept(null);
            binding.close();
            binding = null;
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private void reportReady() {
        if (dispatcher.serves(Mounts.IMAGE)) {
            report.ready();
        }
    }
}
