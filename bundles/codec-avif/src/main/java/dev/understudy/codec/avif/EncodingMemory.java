package dev.understudy.codec.avif;

import dev.understudy.image.EncodeOptions;
import dev.understudy.image.PixelSize;

/** How much memory writing takes, most of it of native code. */
final class EncodingMemory {

    /** What the encoders take of any image. */
    private static final long LEAST = 8 << 20;

    private static final int BYTES_A_PIXEL = 40;

    private EncodingMemory() {}

    static long bytes(PixelSize size, EncodeOptions options) {
        return LEAST + size.area() * BYTES_A_PIXEL;
    }
}
