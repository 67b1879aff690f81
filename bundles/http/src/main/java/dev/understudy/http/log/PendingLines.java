package dev.understudy.http.log;

/** Lines that are still to be written, in one buffer while another one is being written. Safe for many threads. */
final class PendingLines {

    private static final int MAX_BYTES = 8 * 1024 * 1024;

    /** The capacity beyond which a buffer is not used again. */
    private static final int KEPT_CAPACITY = 1024 * 1024;

    private static final long IDLE_MILLIS = 500;

    private LineBuffer lines = new LineBuffer();
    private long lost;
    private boolean awaited;
    private boolean closed;

    /** Adds lines; loses and counts them when there are too many already. */
    synchronized void add(LineBuffer added) {
        if (lines.length() + added.length() > MAX_BYTES) {
            lost += added.lines();
            return;
        }
        lines.lines(added);
        if (awaited) {
            awaited = false;
            notifyAll();
        }
    }

    /** Returns the number of lines that were lost since the last call. */
    synchronized long takeLost() {
        long taken = lost;
        lost = 0;
        return taken;
    }

    /**
     * Waits for lines, but not for long.
     *
     * @param written a buffer that is no longer needed
     */
    synchronized LineBuffer await(LineBuffer written) throws InterruptedException {
        if (lines.length() == 0 && !closed) {
            awaited = true;
            wait(IDLE_MILLIS);
            awaited = false;
        }
        LineBuffer taken = lines;
        lines = written.capacity() > KEPT_CAPACITY ? new LineBuffer() : written;
        lines.clear();
        return taken;
    }

    /** Waits while more lines come; returns whether there are any, or can be. */
    synchronized boolean pause(long millis) throws InterruptedException {
        if (!closed) {
            wait(millis);
        }
        return !closed || lines.length() > 0;
    }

    /** Ends all waiting; no more lines are to come. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
