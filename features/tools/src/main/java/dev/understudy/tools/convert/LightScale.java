package dev.understudy.tools.convert;

import dev.understudy.codec.raster.SrgbCurve;

/**
 * Turns samples into amounts that may be added up, and back: the samples themselves, or the light that sRGB means by them; multiplied by
 * opacity, so that what is transparent has no part in it.
 */
final class LightScale {

    private static final int STEPS = 1 << 16;

    private final float[] amounts = new float[256];
    private final byte[] samples = new byte[STEPS];
    private final int bands;
    private final boolean alpha;

    /**
     * A scale for one kind of image.
     *
     * @param bands samples of a pixel
     * @param alpha whether the last one is opacity
     * @param linear whether light is meant
     */
    LightScale(int bands, boolean alpha, boolean linear) {
        this.bands = bands;
        this.alpha = alpha;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = linear ? light(i / 255.0) : i / 255f;
        }
        for (int i = 0; i < STEPS; i++) {
            double amount = i / (STEPS - 1.0);
            samples[i] = linear ? SrgbCurve.sample(amount) : (byte) Math.round(255 * amount);
        }
    }

    private static float light(double sample) {
        return (float) (sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4));
    }

    /**
     * The amounts of a row.
     *
     * @param planes the samples of each band
     * @param start where in each plane the row begins
     * @param row gets the amounts, one band after another
     */
    void toAmounts(byte[][] planes, int start, float[] row) {
        int width = row.length / bands;
        int colors = alpha ? bands - 1 : bands;
        for (int band = 0; band < colors; band++) {
            for (int x = 0; x < width; x++) {
                row[band * width + x] = amounts[planes[band][start + x] & 0xff];
            }
        }
        if (alpha) {
            for (int x = 0; x < width; x++) {
                row[colors * width + x] = (planes[colors][start + x] & 0xff) / 255f;
            }
            for (int band = 0; band < colors; band++) {
                for (int x = 0; x < width; x++) {
                    row[band * width + x] *= row[colors * width + x];
                }
            }
        }
    }

    /**
     * The samples of a row.
     *
     * @param planes get the samples of each band from their beginning on
     */
    void toSamples(float[] row, byte[][] planes) {
        int width = row.length / bands;
        int colors = alpha ? bands - 1 : bands;
        for (int band = 0; band < colors; band++) {
            for (int x = 0; x < width; x++) {
                float amount = row[band * width + x];
                float opacity = alpha ? row[colors * width + x] : 1;
                planes[band][x] = opacity > 0 ? samples[step(amount / opacity)] : 0;
            }
        }
        if (alpha) {
            for (int x = 0; x < width; x++) {
                planes[colors][x] = (byte) Math.round(255 * clamp(row[colors * width + x]));
            }
        }
    }

    private static int step(float amount) {
        return Math.round((STEPS - 1) * clamp(amount));
    }

    private static float clamp(float amount) {
        return Math.max(0, Math.min(1, amount));
    }
}
