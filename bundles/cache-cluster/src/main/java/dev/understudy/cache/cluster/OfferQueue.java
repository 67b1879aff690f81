package dev.understudy.cache.cluster;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes replies to the cluster one after the other, and leaves out those that come while too many wait. Safe for many threads. */
final class OfferQueue {

    private static final Logger LOG = LoggerFactory.getLogger(OfferQueue.class);

    private static final int MAX_OFFERS = 128;
    private static final long MAX_BYTES = 32 << 20;

    private final Executor writer;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    /**
     * @param writer runs one task after the other, on a thread that may read files
     */
    OfferQueue(Executor writer) {
        this.writer = writer;
    }

    /**
     * Has a reply written soon, unless too many wait.
     *
     * @param size bytes of the reply
     * @param write begins to write it; null when it is not to be written after all
     */
    void add(long size, Supplier<@Nullable CompletableFuture<?>> write) {
        boolean room = waiting.incrementAndGet() <= MAX_OFFERS;
        room &= bytes.addAndGet(size) <= MAX_BYTES;
        if (!room) {
            dropped.incrementAndGet();
            leave(size);
            return;
        }
        try {
            writer.execute(() -> write(size, write));
        } catch (RejectedExecutionException e) {
            // The server leaves the cluster.
            dropped.incrementAndGet();
            leave(size);
        }
    }

    private void write(long size, Supplier<@Nullable CompletableFuture<?>> write) {
        CompletableFuture<?> written = begin(write);
        if (written == null) {
            leave(size);
            return;
        }
        written.whenCompleteAsync(
                (nothing, failure) -> {
                    (failure == null ? stored : failed).incrementAndGet();
                    leave(size);
                },
                Runnable::run);
    }

    private static @Nullable CompletableFuture<?> begin(Supplier<@Nullable CompletableFuture<?>> write) {
        try {
            return write.get();
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            LOG.debug("Not shared", e);
            return CompletableFuture.failedFuture(e);
        }
    }

    private void leave(long size) {
        waiting.decrementAndGet();
        bytes.addAndGet(-size);
    }

    long stored() {
        return stored.get();
    }

    long dropped() {
        return dropped.get();
    }

    long failed() {
        return failed.get();
    }
}
