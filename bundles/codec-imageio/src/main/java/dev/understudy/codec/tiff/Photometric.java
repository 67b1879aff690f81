package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.UnsupportedException;
import dev.understudy.image.Samples;

/** The meaning of the samples of a TIFF, and the color model that they are decoded to. */
enum Photometric {
    WHITE_IS_ZERO(0, Samples.GRAY, 1),
    BLACK_IS_ZERO(1, Samples.GRAY, 1),
    RGB(2, Samples.RGB, 3),
    PALETTE(3, Samples.RGB, 1),
    SEPARATED(5, Samples.CMYK, 4),
    YCBCR(6, Samples.RGB, 3),
    CIELAB(8, Samples.RGB, 3),
    ICCLAB(9, Samples.RGB, 3);

    private final int value;
    private final Samples samples;
    private final int stored;

    Photometric(int value, Samples samples, int stored) {
        this.value = value;
        this.samples = samples;
        this.stored = stored;
    }

    static Photometric of(long value) throws UnsupportedException {
        for (Photometric photometric : values()) {
            if (photometric.value == value) {
                return photometric;
            }
        }
        throw new UnsupportedException("the photometric interpretation " + value + " is not supported");
    }

    /** The meaning where it is not said, as other readers have it. */
    static Photometric guess(Coding coding, long samples) {
        if (samples < 3) {
            return coding == Coding.FACSIMILE ? WHITE_IS_ZERO : BLACK_IS_ZERO;
        }
        return coding.isJpeg() ? YCBCR : RGB;
    }

    /** The meaning that samples of a color model are written with. */
    static Photometric of(Samples samples) {
        return switch (samples) {
            case GRAY -> BLACK_IS_ZERO;
            case RGB -> RGB;
            case CMYK -> SEPARATED;
            case YCC -> YCBCR;
        };
    }

    /** Whether the samples are L*, a* and b*. */
    boolean isLab() {
        return this == CIELAB || this == ICCLAB;
    }

    /** The number that stands for it in files. */
    int value() {
        return value;
    }

    /** The color model of the decoded samples. */
    Samples samples() {
        return samples;
    }

    /** How many samples of a pixel are its color; what follows is extra. */
    int stored() {
        return stored;
    }
}
