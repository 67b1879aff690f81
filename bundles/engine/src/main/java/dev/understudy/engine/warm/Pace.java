package dev.understudy.engine.warm;

import dev.understudy.engine.work.SpareCapacity;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Has work in the background give way to requests. It begins when no request is there, or few are, goes on while a processor is left over, and ends
 * when its memory is wanted. Work that is overdue goes on without a processor of its own, by small steps with pauses between them.
 */
final class Pace {

    private static final Duration PAUSE = Duration.ofMillis(5);

    /** How long it waits until no request is there; then it is enough that they leave a processor. */
    private static final Duration POLITENESS = Duration.ofSeconds(1);

    /** How long work waits for its turn, all in all. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<SpareCapacity> spare;
    private final long memory;
    private final boolean overdue;
    private Duration waited = Duration.ZERO;
    private boolean brokenOff;

    /**
     * @param memory bytes that the work takes
     * @param overdue whether it has been broken off too often
     */
    Pace(Supplier<SpareCapacity> spare, long memory, boolean overdue) {
        this.spare = spare;
        this.memory = memory;
        this.overdue = overdue;
    }

    /**
     * Waits until no request is there, or for a while and then until they leave something over.
     *
     * @throws InterruptedIOException when they do not
     */
    void begin() throws InterruptedIOException {
        for (SpareCapacity now = spare.get(); !mayBegin(now); now = spare.get()) {
            pause();
        }
    }

    private boolean mayBegin(SpareCapacity now) {
        boolean isTurn = now.idle() || (overdue || now.processors() > 0) && waited.compareTo(POLITENESS) >= 0;
        return isTurn && now.memory() >= memory;
    }

    /**
     * Waits while requests use all processors.
     *
     * @throws InterruptedIOException when they want the memory, or use the processors all the time
     */
    void goOn() throws InterruptedIOException {
        for (SpareCapacity now = spare.get(); now.processors() < 1 || now.memory() < memory; now = spare.get()) {
            if (now.memory() < memory) {
                throw brokenOff("requests want the memory");
            }
            pause();
            if (overdue) {
                return;
            }
        }
    }

    /** Whether the work has been broken off for requests. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    private void pause() throws InterruptedIOException {
        if (waited.compareTo(PATIENCE) >= 0) {
            throw brokenOff("requests take all the time");
        }
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the engine ends");
        }
        waited = waited.plus(PAUSE);
    }

    private InterruptedIOException brokenOff(String reason) {
        brokenOff = true;
        return new InterruptedIOException(reason);
    }
}
