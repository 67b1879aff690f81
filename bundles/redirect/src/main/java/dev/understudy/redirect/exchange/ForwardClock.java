package dev.understudy.redirect.exchange;

import dev.understudy.redirect.settings.Timeouts;

/** Tells how long a forward may still take. While the client is waited for, the time of the secondary servers stands still. */
final class ForwardClock {

    private final long deadline;
    private final long latest;
    private long clientWait;
    private long clientWaitSince;
    private boolean waiting;

    /** Starts a clock. */
    ForwardClock(Timeouts timeouts) {
        long now = System.nanoTime();
        deadline = now + timeouts.total().toNanos();
        latest = now + timeouts.longest().toNanos();
    }

    /** Notes that the client is waited for from now on, or is not. */
    synchronized void onClientWait(boolean waits) {
        if (waits == waiting) {
            return;
        }
        long now = System.nanoTime();
        if (waits) {
            clientWaitSince = now;
        } else {
            clientWait += now - clientWaitSince;
        }
        waiting = waits;
    }

    /** Returns how long the client has been waited for so far, in nanoseconds. */
    synchronized long clientWait() {
        return waiting ? clientWait + System.nanoTime() - clientWaitSince : clientWait;
    }

    /** Returns how much time is left, in nanoseconds; never negative. */
    long nanosLeft() {
        long now = System.nanoTime();
        return Math.max(0, Math.min(deadline + clientWait() - now, latest - now));
    }
}
