package dev.understudy.cache.disk;

import dev.understudy.observe.Recency;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a folder can be written: after a failure not for a while, with one warning until it works again. */
final class WriteBackoff {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(WriteBackoff.class);

    private final Path folder;
    private final InstantSource clock;
    private volatile @Nullable Instant failed;

    WriteBackoff(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Whether writing is worth trying. */
    boolean mayTry() {
        Instant last = failed;
        return last == null || !Recency.isRecent(last, PAUSE, clock.instant());
    }

    synchronized void failed(IOException reason) {
        if (failed == null) {
            LOG.warn(
                    "The response cache cannot write to {} ({}): replies are served without being kept there; trying again"
                            + " every {} s",
                    folder,
                    reason.toString(),
                    PAUSE.toSeconds());
        }
        failed = clock.instant();
    }

    void worked() {
        if (failed != null) {
            recovered();
        }
    }

    private synchronized void recovered() {
        if (failed != null) {
            LOG.info("The response cache can write to {} again", folder);
            failed = null;
        }
    }
}
