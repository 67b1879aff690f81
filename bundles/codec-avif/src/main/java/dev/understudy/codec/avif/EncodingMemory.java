package dev.understudy.codec.avif;

import dev.understudy.image.Compression;
import dev.understudy.image.EncodeOptions;
import dev.understudy.image.PixelSize;

/**
 * How much memory writing takes, as measured with images of 1 to 12 million pixels: native code takes up to 22 bytes a pixel, and 33
 * where nothing is lost; the rest is planes and copies of the file.
 */
final class EncodingMemory {

    /** What the encoders take of any image. */
    private static final long LEAST = 8 << 20;

    private static final int LOSSY = 36;
    private static final int LOSSY_WITH_FULL_CHROMA = 42;
    private static final int LOSSLESS = 54;

    private EncodingMemory() {}

    static long bytes(PixelSize size, EncodeOptions options) {
        return LEAST + size.area() * (bytesPerPixel(options) + (options.format().alpha() ? 4 : 0));
    }

    private static int bytesPerPixel(EncodeOptions options) {
        Compression compression = options.compression();
        if (!compression.quality()) {
            return LOSSLESS;
        }
        return options.fullChroma() ? LOSSY_WITH_FULL_CHROMA : LOSSY;
    }
}
