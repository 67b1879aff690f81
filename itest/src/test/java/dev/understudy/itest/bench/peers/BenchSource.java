package dev.understudy.itest.bench.peers;

/**
 * A source.
 *
 * @param name of the file, without its extension
 * @param kind how it is written
 * @param width in pixels
 * @param height in pixels
 */
record BenchSource(String name, Kind kind, int width, int height) {

    /** How a source is written. */
    enum Kind {
        /** Baseline JPEG in 4:2:0. */
        BASELINE,
        /** Baseline JPEG in 4:4:4. */
        FULL_CHROMA,
        /** Baseline JPEG in 4:2:2, which sharp does not write. */
        HALF_CHROMA,
        /** Progressive JPEG in 4:2:0. */
        PROGRESSIVE,
        /** JPEG of four inks. */
        CMYK,
        /** PNG. */
        PNG
    }

    String file() {
        return name + (kind == Kind.PNG ? ".png" : ".jpg");
    }

    /** The file that sharp draws from when it may prepare one: a pyramid in TIFF. */
    String pyramid() {
        return name + ".tif";
    }

    boolean isJpeg() {
        return kind != Kind.PNG;
    }
}
