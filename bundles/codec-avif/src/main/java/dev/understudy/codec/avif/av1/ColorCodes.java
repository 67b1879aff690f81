package dev.understudy.codec.avif.av1;

/**
 * What samples mean, in the code points of ISO/IEC 23091-2.
 *
 * @param primaries the color primaries
 * @param transfer the transfer characteristics
 * @param matrix the matrix coefficients
 * @param fullRange whether samples use all values, instead of 16..235 and 16..240
 */
public record ColorCodes(int primaries, int transfer, int matrix, boolean fullRange) {

    /** Not known. */
    public static final int UNSPECIFIED = 2;

    /** Planes are green, blue and red. */
    public static final int IDENTITY = 0;

    /** BT.601, which JFIF has, too. */
    public static final int BT601 = 6;

    private static final int BT709 = 1;
    private static final int SRGB = 13;

    /** sRGB as luma and chroma, as JFIF has them. */
    public static final ColorCodes SRGB_AS_LUMA_AND_CHROMA = new ColorCodes(BT709, SRGB, BT601, true);

    /** sRGB as it is. */
    public static final ColorCodes SRGB_AS_RGB = new ColorCodes(BT709, SRGB, IDENTITY, true);

    /** The same without saying what the colors are. */
    public ColorCodes withoutColors() {
        return new ColorCodes(UNSPECIFIED, UNSPECIFIED, matrix, fullRange);
    }

    /** Whether other codes are the same. */
    boolean isLike(ColorCodes other) {
        return primaries == other.primaries
                && transfer == other.transfer
                && matrix == other.matrix
                && fullRange == other.fullRange;
    }
}
