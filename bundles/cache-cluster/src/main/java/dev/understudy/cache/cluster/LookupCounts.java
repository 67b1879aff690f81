package dev.understudy.cache.cluster;

import dev.understudy.observe.CacheCluster.LookupFigures;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what comes of look-ups; each method but the last ones gives what the look-up gives. Safe for many threads. */
final class LookupCounts {

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private final LongAdder otherSources = new LongAdder();
    private final LongAdder purged = new LongAdder();
    private final LongAdder damaged = new LongAdder();
    private final LongAdder unshared = new LongAdder();

    <T> T hit(T found) {
        hits.increment();
        return found;
    }

    <T> @Nullable T none(boolean inTime) {
        (inTime ? misses : timeouts).increment();
        return null;
    }

    <T> @Nullable T otherSources() {
        otherSources.increment();
        return null;
    }

    <T> @Nullable T purged() {
        purged.increment();
        return null;
    }

    <T> @Nullable T damaged() {
        damaged.increment();
        return null;
    }

    void skipped() {
        skipped.increment();
    }

    void unshared() {
        unshared.increment();
    }

    long unsharedReplies() {
        return unshared.sum();
    }

    LookupFigures figures() {
        return new LookupFigures(
                hits.sum(),
                misses.sum(),
                timeouts.sum(),
                skipped.sum(),
                otherSources.sum(),
                purged.sum(),
                damaged.sum());
    }
}
