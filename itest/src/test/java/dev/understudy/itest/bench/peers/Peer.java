package dev.understudy.itest.bench.peers;

import java.io.IOException;

/** Something that draws images. */
interface Peer extends AutoCloseable {

    /** What the table calls it. */
    String name();

    /** Draws one, anew; nothing of it may be left from the last time. */
    Drawn draw(Derivative derivative) throws IOException;

    @Override
    void close();

    /**
     * What drawing took.
     *
     * @param milliseconds until the last byte of the file
     * @param bytes the size of the file
     */
    record Drawn(double milliseconds, int bytes) {}
}
