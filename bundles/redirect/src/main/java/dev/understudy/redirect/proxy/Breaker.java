package dev.understudy.redirect.proxy;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests from a server that does not work. It is closed while all is well; some failures in a row open it; after a
 * while one request goes through to see, and if that comes back whole the breaker is closed again. A probe of which nothing is
 * heard does not keep the next one.
 */
final class Breaker {

    private final BreakerSettings settings;
    private final LongSupplier nanos;
    private int failures;
    private boolean open;
    private long nextProbe;
    /** What was let through before the breaker opened says nothing any more. */
    private int era;

    /**
     * A closed one.
     *
     * @param nanos a clock, as {@link System#nanoTime}
     */
    Breaker(BreakerSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /** Lets a request through, or does not: null. Whoever is let through says how it went. */
    synchronized @Nullable Turn admit() {
        if (open) {
            if (isWaiting()) {
                return null;
            }
            postponeProbe();
        }
        return new Turn(era);
    }

    /** Whether requests are turned away just now. */
    synchronized boolean isOpen() {
        return open && isWaiting();
    }

    /** Whether the server is known not to work: open, or waiting for what a probe says. */
    synchronized boolean isTripped() {
        return open;
    }

    /** Closes it, whatever has been. */
    synchronized void reset() {
        open = false;
        failures = 0;
        era++;
    }

    private boolean isWaiting() {
        return nanos.getAsLong() - nextProbe < 0;
    }

    private void postponeProbe() {
        nextProbe = nanos.getAsLong() + settings.open().toNanos();
    }

    private synchronized void succeeded(Turn turn) {
        if (turn.conclude(era)) {
            open = false;
            failures = 0;
        }
    }

    private synchronized void failed(Turn turn) {
        if (turn.conclude(era) && (open || ++failures >= settings.failures())) {
            open = true;
            era++;
            postponeProbe();
        }
    }

    private synchronized void abandoned(Turn turn) {
        if (turn.conclude(era) && open) {
            nextProbe = nanos.getAsLong();
        }
    }

    /** A request that was let through. Only the first word about it counts. */
    final class Turn {

        private final int admitted;
        private boolean concluded;

        private Turn(int admitted) {
            this.admitted = admitted;
        }

        /** The server's answer was whole. */
        void succeeded() {
            Breaker.this.succeeded(this);
        }

        /** It did not answer, or not well. */
        void failed() {
            Breaker.this.failed(this);
        }

        /** It had no chance to show how it is. */
        void abandoned() {
            Breaker.this.abandoned(this);
        }

        private boolean conclude(int era) {
            boolean first = !concluded;
            concluded = true;
            return first && admitted == era;
        }
    }
}
