package dev.understudy.codec.tiff;

import dev.understudy.codec.guard.UnsupportedException;

/** The compression of the samples of a TIFF, as far as it matters here. */
enum Coding {
    NONE(1),
    /** Facsimile codes of any kind. */
    FACSIMILE(2, 3, 4, 32771),
    LZW(5),
    /** As it was before the standard was mended: one file for all strips, or tables anywhere in the TIFF. */
    OLD_JPEG(6),
    JPEG(7),
    DEFLATE(8, 32946, 50013),
    PACKBITS(32773);

    private final int[] numbers;

    Coding(int... numbers) {
        this.numbers = numbers;
    }

    static Coding of(long compression) throws UnsupportedException {
        for (Coding coding : values()) {
            for (int number : coding.numbers) {
                if (number == compression) {
                    return coding;
                }
            }
        }
        throw new UnsupportedException("the compression " + compression + " is not supported");
    }

    /** The number that stands for it in files, the first where there are others. */
    int number() {
        return numbers[0];
    }

    /** Whether each strip or tile holds a JPEG image. */
    boolean isJpeg() {
        return this == JPEG || this == OLD_JPEG;
    }
}
