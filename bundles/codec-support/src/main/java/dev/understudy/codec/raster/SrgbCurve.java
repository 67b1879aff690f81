package dev.understudy.codec.raster;

/** The curve of sRGB. */
public final class SrgbCurve {

    private SrgbCurve() {}

    /** The sample of an amount of light; less than none is black, more than 1 is white. */
    public static byte sample(double linear) {
        double value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        return (byte) Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
