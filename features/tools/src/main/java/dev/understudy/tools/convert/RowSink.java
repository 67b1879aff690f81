package dev.understudy.tools.convert;

import java.io.IOException;

/** Takes the rows of an image, one after another. */
interface RowSink {

    /**
     * Takes the next row.
     *
     * @param row the samples of its first band, then those of the next; only good until this returns
     */
    void accept(float[] row) throws IOException;
}
