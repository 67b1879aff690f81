package dev.understudy.protocol.fault;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Delays answers to requests that ask for it: a few at a time, since each holds a thread of the server. */
public final class SlowAnswers {

    /** How many are delayed at a time. */
    public static final int MAX = 8;

    private final Semaphore places = new Semaphore(MAX);

    /** Waits; returns false at once when too many wait already. */
    public boolean await(Duration delay) {
        if (delay.isZero()) {
            return true;
        }
        if (!places.tryAcquire()) {
            return false;
        }
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
        return true;
    }
}
