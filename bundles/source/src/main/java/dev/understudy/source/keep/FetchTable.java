package dev.understudy.source.keep;

import dev.understudy.observe.Recency;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The fetches that are running, each once however many wait for it, and those that failed a moment ago, which are not tried again yet.
 * Safe for many threads.
 */
public final class FetchTable {

    /** How long what failed is not tried again. */
    public static final Duration REST = Duration.ofSeconds(5);

    private static final int MAX_FAILURES = 2_000;
    private static final long LONGEST_WAIT_MILLIS = 250;

    private final FetchQuota slots;
    private final InstantSource clock;
    private final Map<String, CompletableFuture<FetchedFile>> running = new HashMap<>();
    private final Map<String, RecentFailure> failures = new LinkedHashMap<>();
    private final LongAdder failed = new LongAdder();

    private record RecentFailure(Throwable cause, Instant when) {}

    /** A fetch that is to begin. */
    public interface Departure {

        /**
         * Begins the fetch; never throws.
         *
         * @param landing is told the file, or why there is none, once
         */
        void begin(Landing landing);
    }

    /** Hears how a fetch ends. */
    public interface Landing {
        void end(@Nullable FetchedFile file, @Nullable Throwable thrown);
    }

    /**
     * No fetches yet.
     *
     * @param slots say whether one more may run
     */
    public FetchTable(FetchQuota slots, InstantSource clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * Fetches a file, or joins those who wait for it.
     *
     * @param id names the file
     * @param server whose slot it takes
     * @param catalog that it is fetched for
     * @param isTransient whether a failure says nothing about the file, so that the next fetch may begin at once
     * @return null when there is no slot for it now
     */
    public @Nullable CompletableFuture<FetchedFile> fetch(
            String id, String server, String catalog, TransientFailure isTransient, Departure departure) {
        CompletableFuture<FetchedFile> fetch = new CompletableFuture<>();
        synchronized (running) {
            CompletableFuture<FetchedFile> present = running.get(id);
            if (present != null) {
                return present;
            }
            Throwable failure = failure(id, REST);
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            if (!slots.take(server, catalog)) {
                return null;
            }
            failures.remove(id);
            running.put(id, fetch);
        }
        departure.begin((file, thrown) -> {
            Throwable cause = cause(thrown);
            synchronized (running) {
                running.remove(id);
                slots.give(server, catalog);
                running.notifyAll();
                if (file == null && !isTransient.test(cause)) {
                    remember(id, cause);
                }
            }
            if (file != null) {
                fetch.complete(file);
            } else {
                fetch.completeExceptionally(cause);
            }
        });
        return fetch;
    }

    /**
     * The same, and waits for a slot.
     *
     * @param patience how long
     * @return null when there was none in that time
     */
    public @Nullable CompletableFuture<FetchedFile> fetchWhenFree(
            String id,
            String server,
            String catalog,
            TransientFailure isTransient,
            Departure departure,
            Duration patience)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            CompletableFuture<FetchedFile> fetch = fetch(id, server, catalog, isTransient, departure);
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (fetch != null || left <= 0) {
                return fetch;
            }
            synchronized (running) {
                // a slot that was given back before this does not wake: hence no longer than a moment
                running.wait(Math.min(left, LONGEST_WAIT_MILLIS));
            }
        }
    }

    /** Tells failures that say nothing about a file. */
    public interface TransientFailure {
        boolean test(Throwable cause);
    }

    /**
     * Why a file could not be had.
     *
     * @param within how long ago that may be
     * @return null when it could, or that was longer ago
     */
    public @Nullable Throwable failure(String id, Duration within) {
        synchronized (running) {
            RecentFailure failure = failures.get(id);
            return failure != null && Recency.isRecent(failure.when(), within, clock.instant())
                    ? failure.cause()
                    : null;
        }
    }

    /** How many fetches are running. */
    public int count() {
        return slots.taken();
    }

    /** How many have failed. */
    public long failed() {
        return failed.sum();
    }

    /** The cause itself, of whatever a future has wrapped it in. */
    public static Throwable cause(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause == null ? new IOException("nothing has come") : cause;
    }

    /** Remembers a failure; guarded by {@link #running}. */
    private void remember(String id, Throwable cause) {
        failed.increment();
        failures.put(id, new RecentFailure(cause, clock.instant()));
        if (failures.size() > MAX_FAILURES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }
}
