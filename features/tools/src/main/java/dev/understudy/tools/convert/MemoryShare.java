package dev.understudy.tools.convert;

import java.util.concurrent.Semaphore;

/** The memory that conversions share. One that would take too much waits for others to end. */
final class MemoryShare {

    private static final int UNIT = 1 << 20;

    private final int units;
    private final int parts;
    private final Semaphore free;

    /**
     * A share.
     *
     * @param bytes all that conversions may take together
     * @param parts how many conversions there are at a time
     */
    MemoryShare(long bytes, int parts) {
        this.units = (int) Math.max(1, Math.min(Integer.MAX_VALUE, bytes / UNIT));
        this.parts = parts;
        this.free = new Semaphore(units, true);
    }

    /** What a single conversion should do with, so that all go on at once. */
    long fair() {
        return most() / parts;
    }

    /** What a single conversion may take. */
    long most() {
        return (long) units * UNIT;
    }

    /** Waits until so much is free, and takes it until the result is closed. */
    Taken take(long bytes) {
        int taken = (int) Math.min(units, bytes / UNIT + 1);
        free.acquireUninterruptibly(taken);
        return () -> free.release(taken);
    }

    /** Memory that is in use. */
    interface Taken extends AutoCloseable {

        @Override
        void close();
    }
}
