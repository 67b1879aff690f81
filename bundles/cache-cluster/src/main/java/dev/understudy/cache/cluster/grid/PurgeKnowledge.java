package dev.understudy.cache.cluster.grid;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Whether this server knows all that has been purged. What it has been told before the cluster changed does not count. Safe for many threads. */
final class PurgeKnowledge {

    private static final int NOTHING = -1;

    private final AtomicInteger changes = new AtomicInteger();
    private volatile int known = NOTHING;

    /** Notes that there may be purges that this server has not heard of. */
    void outdate() {
        changes.incrementAndGet();
    }

    /**
     * Finds out what has been purged.
     *
     * @param exchange asks the others, and says whether they have answered
     */
    void renew(BooleanSupplier exchange) {
        int before = changes.get();
        known = exchange.getAsBoolean() ? before : NOTHING;
    }

    boolean isComplete() {
        return known == changes.get();
    }
}
