package dev.understudy.http.server;

import dev.understudy.http.HttpHost;
import dev.understudy.http.Mounts;
import dev.understudy.http.failures.FailureTables;
import dev.understudy.http.health.Health;
import dev.understudy.http.health.HealthHandler;
import dev.understudy.http.log.AccessLog;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.http.settings.HttpSettingTable;
import dev.understudy.http.settings.HttpSettings;
import dev.understudy.http.tls.TlsStatus;
import dev.understudy.observe.RecentFailures;
import dev.understudy.observe.RequestLoad.RequestFigures;
import dev.understudy.observe.ServingListeners;
import dev.understudy.settings.SettingsStatus;
import dev.understudy.settings.UnusableSettingException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/**
 * Hosts the mounted handlers in a server of its own, or in one of another bundle while there is one. Mounts, settings and servers may
 * change at any time, one after the other.
 */
public final class Host {

    private record Address(String host, int port, int tlsPort) implements HttpHost {}

    private static final int NO_PORT = -1;

    private final StartupReport report;
    private final Consumer<@Nullable HttpHost> publisher;
    private final Dispatcher dispatcher;
    private final FailureTables failures = new FailureTables(InstantSource.system());
    private final ServingListeners listeners = new ServingListeners();
    private final ServerOpener opener;
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
        this.opener = new ServerOpener(dispatcher, failures, new FinishedRequests(listeners));
        this.health = new Health(dispatcher::mounts, this::tls, failures);
        dispatcher.mount(List.of(Health.MOUNT), new HealthHandler(health, this::allowsDetail), 0);
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
        AccessLog nextLog = ServerOpener.openLog(next);
        try {
            requireUsable(next);
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

    /** Shows the state of a bundle's settings from now on, and ends the start when one of them cannot be used. */
    public void settings(SettingsStatus status) {
        health.settings(status);
        report.check(status);
    }

    /** Returns whether the client of a request may know the details of the health. */
    public boolean allowsDetail(Request request) {
        return settings.healthDetail().allows(request);
    }

    /** Returns who is told of requests that have ended. */
    public ServingListeners listeners() {
        return listeners;
    }

    /** Returns the requests at work. */
    public RequestFigures requests() {
        return dispatcher.requests();
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
            try {
                enter(settings, ServerOpener.openLog(settings));
            } catch (UnusableSettingException e) {
                report.unusable(e);
            }
        }
    }

    /** Finds out whether ports can be had, and keys be used, before the present ones are left. */
    private void requireUsable(HttpSettings wanted) {
        ServerBinding present = binding;
        if (present != null && present.isOwn()) {
            int tlsPort = tlsPort(present);
            if (wanted.port() != present.port() && wanted.port() != tlsPort) {
                ServerOpener.requireFree(wanted, wanted.port(), HttpSettingTable.PORT);
            }
            if (wanted.tls().isOn()
                    && wanted.tls().port() != present.port()
                    && wanted.tls().port() != tlsPort) {
                ServerOpener.requireFree(wanted, wanted.tls().port(), HttpSettingTable.SSL_PORT);
            }
            ServerOpener.requireKeys(wanted.tls());
        }
    }

    private static int tlsPort(ServerBinding binding) {
        TlsStatus status = binding.tls();
        return status == null ? NO_PORT : status.port();
    }

    /** Returns the state of HTTPS; null when none is wanted. */
    public @Nullable TlsStatus tls() {
        ServerBinding present = binding;
        return present == null ? null : present.tls();
    }

    private void enter(HttpSettings wanted, AccessLog wantedLog) {
        log = wantedLog;
        ServerBinding entered;
        try {
            entered = opener.bind(wanted, wantedLog, foreign);
        } catch (UnusableSettingException e) {
            leave();
            throw e;
        }
        binding = entered;
        if (entered.isOwn()) {
            mountFrontPage();
        }
        publisher.accept(new Address(wanted.host(), entered.port(), tlsPort(entered)));
        report.listening(
                entered.isOwn()
                        ? wanted.addresses(entered.port(), tlsPort(entered))
                        : "in the Jetty server registered as a service",
                wanted.log().directory());
        TlsStatus tls = entered.tls();
        if (tls != null && tls.problem() != null) {
            report.withoutEffect(tls.problem());
        }
        reportReady();
    }

    /** The root of somebody else's server is not ours. */
    private void mountFrontPage() {
        if (!rooted) {
            rooted = true;
            dispatcher.mount(List.of(FrontPage.MOUNT), new FrontPage(), Integer.MIN_VALUE);
        }
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
