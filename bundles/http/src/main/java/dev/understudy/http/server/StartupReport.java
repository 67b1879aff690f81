package dev.understudy.http.server;

import dev.understudy.settings.SettingProblem;
import dev.understudy.settings.SettingsStatus;
import dev.understudy.settings.UnusableSettingException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The start of the server, as operators see it: the lines on the console, and the end of the process when a setting cannot be
 * used. A server that has once been ready goes on whatever is configured.
 */
public final class StartupReport {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");

    /** The time after which the start is over even for bundles that nothing waits for. */
    private static final Duration LATECOMERS = Duration.ofSeconds(30);

    private final boolean standalone;
    private final Runnable exit;
    private final InstantSource clock;
    private final Set<String> usable = new HashSet<>();
    private @Nullable Instant ready;
    private boolean ending;

    /**
     * @param standalone whether the process is there for this server alone
     * @param exit ends the process with a code that says failure
     */
    public StartupReport(boolean standalone, Runnable exit) {
        this(standalone, exit, InstantSource.system());
    }

    StartupReport(boolean standalone, Runnable exit, InstantSource clock) {
        this.standalone = standalone;
        this.exit = exit;
        this.clock = clock;
    }

    /**
     * Ends a standalone process when a configuration has a value that cannot be used while the server is starting. The start ends
     * when the server is ready; for a bundle that has not had a good configuration yet, a little later.
     */
    public synchronized void check(SettingsStatus status) {
        if (status.problems().stream().noneMatch(SettingProblem::isUnusable)) {
            usable.add(status.configuration());
        } else if (standalone && !ending && isStarting(status.configuration())) {
            ending = true;
            exit.run();
        }
    }

    private boolean isStarting(String configuration) {
        return ready == null
                || !usable.contains(configuration) && clock.instant().isBefore(ready.plus(LATECOMERS));
    }

    /** Whether the process is about to end. */
    synchronized boolean isEnding() {
        return ending;
    }

    void unusable(UnusableSettingException refusal) {
        LOG.error("{}", refusal.getMessage());
    }

    void withoutEffect(String what) {
        LOG.warn("http: {}", what);
    }

    void listening(String where, @Nullable Path log) {
        LOG.info("http: {}, access log: {}", where, log == null ? "none" : log);
    }

    synchronized void ready() {
        if (ready == null && !ending) {
            ready = clock.instant();
            double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
            LOG.info("ready in {} s", String.format(Locale.ROOT, "%.1f", seconds));
        }
    }
}
