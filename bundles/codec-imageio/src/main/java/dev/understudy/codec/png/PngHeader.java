package dev.understudy.codec.png;

import dev.understudy.codec.io.DamagedException;
import java.util.Map;
import java.util.Set;

/**
 * The IHDR chunk.
 *
 * @param width columns
 * @param height rows
 * @param bits bits a sample
 * @param colorType GRAY, RGB, PALETTE, GRAY_ALPHA or RGB_ALPHA
 * @param interlaced whether the rows come in passes
 */
record PngHeader(long width, long height, int bits, int colorType, boolean interlaced) {

    static final int GRAY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GRAY_ALPHA = 4;
    static final int RGB_ALPHA = 6;

    private static final Map<Integer, Set<Integer>> DEPTHS = Map.of(
            GRAY, Set.of(1, 2, 4, 8, 16),
            RGB, Set.of(8, 16),
            PALETTE, Set.of(1, 2, 4, 8),
            GRAY_ALPHA, Set.of(8, 16),
            RGB_ALPHA, Set.of(8, 16));

    static PngHeader parse(byte[] chunk) throws DamagedException {
        if (chunk.length != 13) {
            throw new DamagedException("its header has " + chunk.length + " bytes instead of 13");
        }
        PngHeader header =
                new PngHeader(word(chunk, 0), word(chunk, 4), chunk[8] & 0xff, chunk[9] & 0xff, chunk[12] != 0);
        if (!DEPTHS.getOrDefault(header.colorType, Set.of()).contains(header.bits)) {
            throw new DamagedException(
                    "the color type " + header.colorType + " does not have " + header.bits + " bits");
        }
        if (chunk[10] != 0 || chunk[11] != 0 || (chunk[12] & 0xfe) != 0) {
            throw new DamagedException("its compression, filter or interlace method does not exist");
        }
        return header;
    }

    boolean gray() {
        return colorType == GRAY || colorType == GRAY_ALPHA;
    }

    boolean alphaChannel() {
        return colorType == GRAY_ALPHA || colorType == RGB_ALPHA;
    }

    /** Samples of a pixel. */
    int bands() {
        return switch (colorType) {
            case GRAY, PALETTE -> 1;
            case GRAY_ALPHA -> 2;
            case RGB -> 3;
            default -> 4;
        };
    }

    /** Bytes of the samples before compression, without filter types. */
    long rawBytes() {
        return width * height * bands() * bits / 8;
    }

    private static long word(byte[] bytes, int offset) {
        return (bytes[offset] & 0xffL) << 24
                | (bytes[offset + 1] & 0xff) << 16
                | (bytes[offset + 2] & 0xff) << 8
                | (bytes[offset + 3] & 0xff);
    }
}
