package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/** Converts the colors of pixels; for any number of threads. */
interface ColorTransform {

    /** Changes nothing. */
    ColorTransform NONE = new Unchanged();

    /** What comes out. */
    Samples samples();

    /**
     * Converts a run of pixels.
     *
     * @param source the planes
     * @param from the first pixel
     * @param count how many pixels
     * @param out the planes of the run, 16 bit each
     */
    void convert(byte[][] source, int from, int count, char[][] out);

    /** Marks that there is nothing to convert. */
    record Unchanged() implements ColorTransform {

        @Override
        public Samples samples() {
            throw new IllegalStateException("nothing comes out of it");
        }

        @Override
        public void convert(byte[][] source, int from, int count, char[][] out) {
            throw new IllegalStateException("nothing is to be converted");
        }
    }
}
