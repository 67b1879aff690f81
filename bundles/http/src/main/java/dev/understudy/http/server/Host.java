package dev.understudy.http.server;

import dev.understudy.catalog.CatalogService;
import dev.understudy.http.HttpHost;
import dev.understudy.http.Mounts;
import dev.understudy.http.failures.FailureTable;
import dev.understudy.http.failures.IgnoredCommandTable;
import dev.understudy.http.health.Health;
import dev.understudy.http.health.HealthHandler;
import dev.understudy.http.log.AccessLog;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.observe.Quarantine;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.SourceRoots;
import dev.understudy.settings.SettingsStatus;
import dev.understudy.settings.UnusableSettingException;
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
    private final IgnoredCommandTable ignored = new IgnoredCommandTable(InstantSource.system());
    private final Health health;
    private volatile HttpSettings settings = HttpSettings.DEFAULTS;
    private boolean opened;
    private boolean rooted;
    private @Nullable Server foreign;
    private volatile @Nullable ServerBinding binding;
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
        this.health = new Health(dispatcher::mounts, failures());
        dispatcher.mount(List.of(Health.MOUNT), new HealthHandler(health, () -> settings.healthDetail()), 0);
    }

    /**
     * Takes requests with these settings from now on. A server that is open already is opened anew only when it must be, and stays
     * as it is when it cannot be. Nothing is opened in a process that is about to end.
     *
     * @throws UnusableSettingException when the address or the folder of the access log cannot be used
     */
    public synchronized void open(HttpSettings next) {
        if (report.isEnding()) {
            return;
        }
        HttpSettings before = settings;
        boolean serving = binding != null;
        if (serving && next.opensAs(before)) {
            settings = next;
            return;
        }
        AccessLog nextLog = openLog(next);
        try {
            requireFree(next);
            opened = true;
            settings = next;
            leave();
            enter(next, nextLog);
        } catch (UnusableSettingException e) {
            nextLog.close();
            if (serving && binding == null) {
                settings = before;
                move();
            }
            throw e;
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

    /** Forgets mounts, as {@link Dispatcher#retire} says. */
    public void retire(List<String> mounts) {
        dispatcher.retire(mounts);
    }

    /** The health report. */
    public Health health() {
        return health;
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

    /** Adds these root folders to the health report. */
    public void roots(SourceRoots roots) {
        health.roots(roots);
    }

    /** Takes these root folders from the health report. */
    public void unsetRoots(SourceRoots roots) {
        health.unsetRoots(roots);
    }

    /** Shows the state of a bundle's settings from now on, and ends the start when one of them cannot be used. */
    public void settings(SettingsStatus status) {
        health.settings(status);
        report.check(status);
    }

    /** Shows the state of a bundle's settings no longer. */
    public void unsetSettings(SettingsStatus status) {
        health.unsetSettings(status);
    }

    /** Returns the failures of the last day. */
    public RecentFailures failures() {
        return new RecentFailures() {
            @Override
            public List<FailureRecord> entries() {
                return failures.entries();
            }

            @Override
            public List<IgnoredCommand> ignored() {
                return ignored.entries();
            }
        };
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
            try {
                enter(settings, openLog(settings));
            } catch (UnusableSettingException e) {
                report.unusable(e);
            }
        }
    }

    private static AccessLog openLog(HttpSettings wanted) {
        try {
            return AccessLog.open(wanted.log(), Clock.system(ZoneId.systemDefault()));
        } catch (IOException e) {
            throw new UnusableSettingException(
                    HttpSettingTable.LOG_DIRECTORY,
                    String.valueOf(wanted.log().directory()),
                    "the access log cannot be written: " + e,
                    "a folder that can be written to, or empty for none");
        }
    }

    /** Finds out whether a port can be had before the present one is left. */
    private void requireFree(HttpSettings wanted) {
        ServerBinding present = binding;
        if (present != null && present.isOwn() && wanted.port() != present.port()) {
            try {
                StandaloneServer.requireFree(wanted);
            } catch (IOException e) {
                throw cannotListen(wanted, e);
            }
        }
    }

    private void enter(HttpSettings wanted, AccessLog wantedLog) {
        log = wantedLog;
        ServerBinding entered = bind(wanted, wantedLog);
        binding = entered;
        if (entered.isOwn()) {
            mountFrontPage();
        }
        publisher.accept(new Address(wanted.host(), entered.port()));
        report.listening(
                entered.isOwn() ? wanted.address(entered.port()) : "in the Jetty server registered as a service",
                wanted.log().directory());
        reportReady();
    }

    /** The root of somebody else's server is not ours. */
    private void mountFrontPage() {
        if (!rooted) {
            rooted = true;
            dispatcher.mount(List.of(FrontPage.MOUNT), new FrontPage(), Integer.MIN_VALUE);
        }
    }

    private ServerBinding bind(HttpSettings wanted, AccessLog openLog) {
        RequestLog requests = (request, response) -> {
            failures.finished(request);
            ignored.finished(request);
            openLog.log(request, response);
        };
        Server other = foreign;
        if (other != null) {
            try {
                return AttachedServer.enter(wanted, dispatcher, requests, other);
            } catch (IOException e) {
                LOG.warn("Not using the Jetty server registered as a service: {}", e.getMessage());
            }
        }
        try {
            return StandaloneServer.open(wanted, dispatcher, requests);
        } catch (IOException e) {
            leave();
            throw cannotListen(wanted, e);
        }
    }

    private static UnusableSettingException cannotListen(HttpSettings wanted, IOException failure) {
        String reason =
                "cannot listen on host '" + wanted.host() + "', port " + wanted.port() + ": " + failure.getMessage();
        return StandaloneServer.isAboutPort(failure)
                ? new UnusableSettingException(
                        HttpSettingTable.PORT, Integer.toString(wanted.port()), reason, "a port that is free")
                : new UnusableSettingException(
                        HttpSettingTable.HOST,
                        wanted.host(),
                        reason,
                        HttpSettingTable.HOST.syntax().allowed());
    }

    private void leave() {
        ServerBinding present = binding;
        if (present != null) {
            publisher.accept(null);
            binding = null;
            present.close();
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private void reportReady() {
        if (binding != null && dispatcher.serves(Mounts.IMAGE)) {
            report.ready();
        }
    }
}
