package dev.understudy.redirect.breaker;

import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.settings.BreakerSettings;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests from a server that does not work. A breaker is closed while all is well, and some failures in a row open it. After
 * a while one request goes through as a probe; if its answer comes back whole, the breaker closes again. A probe without any
 * outcome does not hold up the next one.
 */
public final class Breaker {

    private final BreakerSettings settings;
    private final LongSupplier nanos;
    private int failures;
    private boolean open;
    private @Nullable Admission probe;
    private long nextProbe;

    /** Increases when the breaker opens or is reset: permits of earlier generations no longer matter. */
    private int generation;

    /**
     * Creates a closed breaker.
     *
     * @param nanos a clock, as {@link System#nanoTime}
     */
    public Breaker(BreakerSettings settings, LongSupplier nanos) {
        this.settings = settings;
        this.nanos = nanos;
    }

    /** Admits a request, whose permit must then be told the outcome; returns null if the request may not be sent. */
    public synchronized @Nullable BreakerPermit admit() {
        if (!open) {
            return new Admission(generation);
        }
        boolean held = probe != null && probe.clientWaits;
        if (isWaiting() && !held) {
            return null;
        }
        postponeProbe();
        probe = new Admission(generation);
        return probe;
    }

    /** Returns whether the server is asked. */
    public synchronized Secondaries.BreakerState state() {
        if (!open) {
            return Secondaries.BreakerState.CLOSED;
        }
        return isWaiting() && probe == null ? Secondaries.BreakerState.OPEN : Secondaries.BreakerState.HALF_OPEN;
    }

    /** Closes the breaker regardless of earlier failures; returns whether it was open. */
    public synchronized boolean reset() {
        boolean before = open;
        close();
        generation++;
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
        probe = null;
        failures = 0;
    }

    private synchronized boolean succeeded(Admission admission) {
        boolean before = open;
        if (admission.conclude(generation)) {
            close();
        }
        return before && !open;
    }

    private synchronized boolean failed(Admission admission) {
        boolean before = open;
        if (admission.conclude(generation) && (open || ++failures >= settings.failures())) {
            open = true;
            probe = null;
            generation++;
            postponeProbe();
        }
        return !before && open;
    }

    private synchronized void abandoned(Admission admission) {
        if (admission.conclude(generation) && open) {
            nextProbe = nanos.getAsLong();
            probe = null;
        }
    }

    private final class Admission implements BreakerPermit {

        private final int admitted;
        private boolean concluded;
        private volatile boolean clientWaits;

        private Admission(int admitted) {
            this.admitted = admitted;
        }

        @Override
        public boolean succeeded() {
            return Breaker.this.succeeded(this);
        }

        @Override
        public boolean failed() {
            return Breaker.this.failed(this);
        }

        @Override
        public void clientWaits(boolean waits) {
            clientWaits = waits;
        }

        @Override
        public void abandoned() {
            Breaker.this.abandoned(this);
        }

        private boolean conclude(int current) {
            boolean first = !concluded;
            concluded = true;
            return first && admitted == current;
        }
    }
}
