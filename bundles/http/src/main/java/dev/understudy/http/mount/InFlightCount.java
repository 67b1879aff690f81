package dev.understudy.http.mount;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts requests at work. */
final class InFlightCount {

    private int count;

    /** One more; returns how many there are now. */
    synchronized int enter() {
        return ++count;
    }

    /** One less. */
    synchronized void leave() {
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /** Waits until there is none; false when some were left. */
    synchronized boolean await(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
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
