package dev.understudy.redirect.proxy;

import dev.understudy.observe.Secondaries;
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
    private boolean probing;
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
            probing = true;
        }
        return new Turn(era);
    }

    synchronized Secondaries.BreakerState state() {
        if (!open) {
            return Secondaries.BreakerState.CLOSED;
        }
        return isWaiting() && !probing ? Secondaries.BreakerState.OPEN : Secondaries.BreakerState.HALF_OPEN;
    }

    /** Closes it, whatever has been; whether it was open. */
    synchronized boolean reset() {
        boolean before = open;
        close();
        era++;
        return before;
    }

    private boolean isWaiting() {
        return nanos.getAsLong() - nextProbe < 0;
    }

    private void postponeProbe() {
        nextProbe = nanos.getAsLong() + settings.open().toNanos();
    }

    private void close() {
        open = false;
        probing = false;
        failures = 0;
    }

    private synchronized boolean succeeded(Turn turn) {
        boolean before = open;
        if (turn.conclude(era)) {
            close();
        }
        return before && !open;
    }

    private synchronized boolean failed(Turn turn) {
        boolean before = open;
        if (turn.conclude(era) && (open || ++failures >= settings.failures())) {
            open = true;
            probing = false;
            era++;
            postponeProbe();
        }
        return !before && open;
    }

    private synchronized void abandoned(Turn turn) {
        if (turn.conclude(era) && open) {
            nextProbe = nanos.getAsLong();
            probing = false;
        }
    }

    /** A request that was let through. Only the first word about it counts. */
    final class Turn {

        private final int admitted;
        private boolean concluded;

        private Turn(int admitted) {
            this.admitted = admitted;
        }

        /** The server's answer was whole; whether that has closed the breaker. */
        boolean succeeded() {
            return Breaker.this.succeeded(this);
        }

        /** It did not answer, or not well; whether that has opened the breaker. */
        boolean failed() {
            return Breaker.this.failed(this);
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
