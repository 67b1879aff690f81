package dev.understudy.http.server;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the start of the server to the operator. */
public final class StartupReport {

    private static final Logger LOG = LoggerFactory.getLogger("dev.understudy.startup");

    private final Runnable exit;
    private boolean ready;

    /**
     * Creates a report.
     *
     * @param exit ends the process with an exit code other than 0
     */
    public StartupReport(Runnable exit) {
        this.exit = exit;
    }

    /** Reports a setting that is unusable, or whose file or address is. */
    public void unusable(String message, boolean exitOnFailure) {
        LOG.error("{}", message);
        if (exitOnFailure) {
            exit.run();
        }
    }

    void listening(String where, @Nullable Path log) {
        LOG.info("http: {}, access log: {}", where, log == null ? "none" : log);
    }

    synchronized void ready() {
        if (!ready) {
            ready = true;
            double seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0;
            LOG.info("ready in {} s", String.format(Locale.ROOT, "%.1f", seconds));
        }
    }
}
