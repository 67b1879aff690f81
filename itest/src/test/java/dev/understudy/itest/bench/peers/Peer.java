package dev.understudy.itest.bench.peers;

import java.io.IOException;

/** Something that draws images. */
interface Peer extends AutoCloseable {

    /** What the table calls it. */
    String name();

    /** Whether it can draw this at all. */
    default boolean draws(Derivative derivative) {
        return true;
    }

    /** Draws one, or as many as are wanted at once, anew; nothing of it may be left from the last time. */
    Drawn draw(Derivative derivative) throws IOException;

    @Override
    void close();

    /**
     * What drawing took.
     *
     * @param milliseconds until the last byte of the last file
     * @param bytes the size of a file
     */
    record Drawn(double milliseconds, int bytes) {}
}
