package dev.understudy.engine.service;

import dev.understudy.failure.Failure;
import dev.understudy.observe.Recency;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time when the image of a request was last found to be missing. Safe for many threads. */
final class LastMiss {

    private volatile @Nullable Miss last;

    private record Miss(Failure failure, Instant time) {}

    /** Returns what was missing, if that was found within a time before now; else null. */
    @Nullable
    Failure within(Duration age, Instant now) {
        Miss known = last;
        return known != null && Recency.isRecent(known.time(), age, now) ? known.failure() : null;
    }

    /**
     * Notes that an image was found to be missing.
     *
     * @param time not after the look
     */
    void at(Failure failure, Instant time) {
        last = new Miss(failure, time);
    }
}
