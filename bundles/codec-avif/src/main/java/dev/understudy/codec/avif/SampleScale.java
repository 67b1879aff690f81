package dev.understudy.codec.avif;

import dev.understudy.codec.avif.av1.ColorCodes;
import dev.understudy.codec.avif.av1.SequenceHeader;

/** Brings samples of 8, 10 or 12 bits, which may leave the ends of their range free, to 0..255. */
public final class SampleScale {

    private static final int BLACK = 16;
    private static final int WHITE = 235;
    private static final int LARGEST_CHROMA = 240;
    private static final int CENTER = 128;

    private final byte[] luma;
    private final byte[] chroma;

    private SampleScale(byte[] luma, byte[] chroma) {
        this.luma = luma;
        this.chroma = chroma;
    }

    /** The scale for an image. */
    public static SampleScale of(SequenceHeader header, ColorCodes codes) {
        int unit = 1 << header.bits() - 8;
        int count = 256 * unit;
        double top = count - 1;
        byte[] luma = new byte[count];
        byte[] chroma = new byte[count];
        for (int i = 0; i < count; i++) {
            double light = codes.fullRange() ? i / top : (i - BLACK * unit) / (double) ((WHITE - BLACK) * unit);
            double difference =
                    (i - CENTER * unit) / (codes.fullRange() ? top : (double) (LARGEST_CHROMA - BLACK) * unit);
            luma[i] = sample(light * 255);
            chroma[i] = sample(difference * 255 + CENTER);
        }
        return new SampleScale(luma, codes.matrix() == ColorCodes.IDENTITY ? luma : chroma);
    }

    private static byte sample(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    /** The samples of a plane by their stored values. */
    public byte[] table(int plane) {
        return plane == 0 ? luma : chroma;
    }
}
