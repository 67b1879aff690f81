package dev.understudy.testkit.codec;

import dev.understudy.image.Plane;

/**
 * Structural similarity, the mean over windows of 8 x 8.
 *
 * <p>Source: Z. Wang and others, Image quality assessment: from error visibility to structural similarity, 2004.
 */
public final class Ssim {

    private static final int WINDOW = 8;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    private Ssim() {}

    /** Of a plane and what it ought to be, 1 for the same. */
    public static double of(Plane plane, double[] reference) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y + WINDOW <= plane.height(); y += WINDOW / 2) {
            for (int x = 0; x + WINDOW <= plane.width(); x += WINDOW / 2) {
                sum += window(plane, reference, x, y);
                count++;
            }
        }
        return sum / count;
    }

    private static double window(Plane plane, double[] reference, int left, int top) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int y = top; y < top + WINDOW; y++) {
            for (int x = left; x < left + WINDOW; x++) {
                double p = plane.at(x, y);
                double q = reference[y * plane.width() + x];
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        double n = WINDOW * WINDOW;
        double meanA = a / n;
        double meanB = b / n;
        double varianceA = aa / n - meanA * meanA;
        double varianceB = bb / n - meanB * meanB;
        double covariance = ab / n - meanA * meanB;
        return (2 * meanA * meanB + C1)
                * (2 * covariance + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
    }
}
