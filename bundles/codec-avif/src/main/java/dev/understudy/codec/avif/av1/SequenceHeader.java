package dev.understudy.codec.avif.av1;

/**
 * What the sequence header of an AV1 bitstream says.
 *
 * @param profile 0 main, 1 high, 2 professional
 * @param level the index of the level of the first operating point
 * @param highTier whether that has the high tier
 * @param width columns of the largest frame
 * @param height rows of the largest frame
 * @param bits bits a sample: 8, 10 or 12
 * @param chroma how chroma is subsampled
 * @param chromaPosition where samples of chroma lie, in the code of AV1
 * @param color what samples mean
 */
public record SequenceHeader(
        int profile,
        int level,
        boolean highTier,
        int width,
        int height,
        int bits,
        ChromaFormat chroma,
        int chromaPosition,
        ColorCodes color) {

    /**
     * Whether another header is of images of the same kind. No {@code equals}: Java 17 remembers the classes of components that it
     * has made that for, which would keep the class loader of a bundle that is gone.
     */
    public boolean isLike(SequenceHeader other) {
        return width == other.width
                && height == other.height
                && bits == other.bits
                && chroma == other.chroma
                && color.isLike(other.color);
    }
}
