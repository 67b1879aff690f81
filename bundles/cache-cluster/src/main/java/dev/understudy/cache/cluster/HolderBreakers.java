package dev.understudy.cache.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Leaves out look-ups at servers that have not answered in time several times in a row, but for one now and then: a server that has stopped
 * costs as many waits, and not one for each request. Safe for many threads.
 */
final class HolderBreakers {

    /** Failures in a row after which a server is left out. */
    private static final int LIMIT = 2;

    /** The time for which it is. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int MAX_SERVERS = 1000;

    private final LongSupplier nanoTime;
    private final Map<String, HolderBreaker> breakers = new ConcurrentHashMap<>();

    /**
     * @param nanoTime as {@link System#nanoTime}
     */
    HolderBreakers(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether a server may be asked now. The one caller that may after a pause has to say what came of it. */
    boolean mayAsk(String server) {
        HolderBreaker breaker = breakers.get(server);
        return breaker == null || breaker.mayAsk(nanoTime.getAsLong());
    }

    /** Whether a server has answered the last times; changes nothing. */
    boolean isAnswering(String server) {
        HolderBreaker breaker = breakers.get(server);
        return breaker == null || breaker.failures.get() < LIMIT;
    }

    void answered(String server) {
        HolderBreaker breaker = breakers.get(server);
        if (breaker != null) {
            breaker.failures.set(0);
        }
    }

    void failed(String server) {
        if (breakers.size() > MAX_SERVERS) {
            // Each start of a server is another one here.
            breakers.clear();
        }
        breakers.computeIfAbsent(server, name -> new HolderBreaker()).failed(nanoTime.getAsLong());
    }

    private static final class HolderBreaker {

        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicLong since = new AtomicLong();

        boolean mayAsk(long now) {
            if (failures.get() < LIMIT) {
                return true;
            }
            long begun = since.get();
            return now - begun >= PAUSE.toNanos() && since.compareAndSet(begun, now);
        }

        void failed(long now) {
            if (failures.incrementAndGet() >= LIMIT) {
                since.set(now);
            }
        }
    }
}
