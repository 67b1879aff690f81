package dev.understudy.source.store;

import dev.understudy.observe.Recency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps requests from a store that does not answer. Some failures in a row open it; after a while one request goes through, whose success
 * closes it. Safe for many threads.
 */
final class StoreBreaker {

    private static final int FAILURES = 5;
    private static final Duration OPEN = Duration.ofSeconds(10);

    private final InstantSource clock;
    private int failures;
    /** The last failure or probe. */
    private Instant last = Instant.MIN;

    StoreBreaker(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a request may be sent now. */
    synchronized boolean admit() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (Recency.isRecent(last, OPEN, now)) {
            return false;
        }
        last = now;
        return true;
    }

    synchronized boolean isOpen() {
        return failures >= FAILURES;
    }

    /** Takes note that the store has answered; whether that closes the breaker. */
    synchronized boolean succeeded() {
        boolean closed = isOpen();
        failures = 0;
        return closed;
    }

    /** Takes note that the store has not answered; whether that opens the breaker. */
    synchronized boolean failed() {
        failures++;
        boolean opened = failures == FAILURES;
        if (failures >= FAILURES) {
            last = clock.instant();
        }
        return opened;
    }
}
