package dev.understudy.cache.cluster;

import dev.understudy.observe.CacheCluster.LookupFigures;
import dev.understudy.serve.Reply;
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

    Reply hit(Reply reply) {
        hits.increment();
        return reply;
    }

    @Nullable
    Reply none(boolean inTime) {
        (inTime ? misses : timeouts).increment();
        return null;
    }

    @Nullable
    Reply otherSources() {
        otherSources.increment();
        return null;
    }

    @Nullable
    Reply purged() {
        purged.increment();
        return null;
    }

    @Nullable
    Reply damaged() {
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
