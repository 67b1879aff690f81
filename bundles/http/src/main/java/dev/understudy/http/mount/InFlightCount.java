package dev.understudy.http.mount;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the requests at work. */
final class InFlightCount {

    private int count;

    /** Counts a request that begins; returns the number of requests at work. */
    synchronized int enter() {
        return ++count;
    }

    /** Counts a request that has ended. */
    synchronized void leave() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /** Waits until no request is at work; returns false when some were left. */
    synchronized boolean await(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (count > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
