package dev.understudy.codec.avif.natives;

import dev.understudy.codec.avif.CodingSettings;
import dev.understudy.codec.avif.av1.ChromaFormat;
import java.util.Map;

/** SVT-AV1: several times faster than libaom, but for images with chroma of half the size alone. */
final class SvtAv1 {

    /** Options for all images: a still image, tuned for how it looks (multi-scale SSIM), on the calling thread's processor. */
    static final Map<String, String> OPTIONS = Map.of("preset", "8", "svtav1-params", "avif=1:tune=4:lp=1");

    private static final int LEAST_SIDE = 8;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 8_704;

    private SvtAv1() {}

    static boolean takes(int width, int height, CodingSettings settings) {
        return settings.chroma() == ChromaFormat.HALF
                && !settings.lossless()
                && Math.min(width, height) >= LEAST_SIDE
                && width <= MOST_COLUMNS
                && height <= MOST_ROWS;
    }
}
