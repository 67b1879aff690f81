package dev.understudy.engine.resample;

import dev.understudy.engine.layout.Affine;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.ResMode;
import dev.understudy.image.Samples;
import java.util.List;

/**
 * Draws an image through a mapping that turns or slants it but hardly changes its size. Beyond its edges it is
 * transparent, so the edges come out smooth.
 */
public final class Warp {

    /** The number of pixels around a place that are looked at. */
    public static final int REACH = 2;

    private final Kernel kernel;
    private final int taps;
    private final Pixels source;
    private final double[] weightsX;
    private final double[] weightsY;

    private Warp(Pixels source, ResMode mode) {
        this.source = source;
        kernel = mode == ResMode.BILIN ? Kernel.TRIANGLE : Kernel.CUBIC;
        taps = 2 * kernel.radius();
        weightsX = new double[taps];
        weightsY = new double[taps];
    }

    /**
     * A part of a window.
     *
     * @param source RGB with alpha
     * @param toSource from the window to {@code source}
     * @param part what is wanted of the window; not empty
     */
    public static Pixels draw(Pixels source, Affine toSource, Region part, ResMode mode) {
        return new Warp(source, mode).draw(toSource, part);
    }

    private Pixels draw(Affine toSource, Region part) {
        byte[][] out = new byte[4][Math.multiplyExact(part.width(), part.height())];
        double[] sums = new double[4];
        int at = 0;
        for (int row = 0; row < part.height(); row++) {
            double y = part.y() + row + 0.5;
            for (int column = 0; column < part.width(); column++, at++) {
                double x = part.x() + column + 0.5;
                if (sum(toSource.x(x, y), toSource.y(x, y), sums)) {
                    store(sums, out, at);
                }
            }
        }
        return new Pixels(
                Samples.RGB,
                List.of(plane(part, out[0]), plane(part, out[1]), plane(part, out[2])),
                plane(part, out[3]),
                null);
    }

    /** The colors times their opacity, and the opacity, around a place; false when there is nothing. */
    private boolean sum(double x, double y, double[] sums) {
        int firstX = (int) Math.floor(x - 0.5) - kernel.radius() + 1;
        int firstY = (int) Math.floor(y - 0.5) - kernel.radius() + 1;
        int width = source.width();
        int height = source.height();
        if (firstX >= width || firstY >= height || firstX + taps <= 0 || firstY + taps <= 0) {
            return false;
        }
        weigh(x, firstX, weightsX);
        weigh(y, firstY, weightsY);
        byte[] red = source.plane(0).samples();
        byte[] green = source.plane(1).samples();
        byte[] blue = source.plane(2).samples();
        byte[] alpha = alpha().samples();
        double r = 0;
        double g = 0;
        double b = 0;
        double a = 0;
        for (int j = Math.max(0, -firstY); j < Math.min(taps, height - firstY); j++) {
            int from = (firstY + j) * width + firstX;
            for (int i = Math.max(0, -firstX); i < Math.min(taps, width - firstX); i++) {
                double weight = weightsY[j] * weightsX[i] * (alpha[from + i] & 0xff);
                r += weight * (red[from + i] & 0xff);
                g += weight * (green[from + i] & 0xff);
                b += weight * (blue[from + i] & 0xff);
                a += weight;
            }
        }
        sums[0] = r;
        sums[1] = g;
        sums[2] = b;
        sums[3] = a;
        return a >= 0.5;
    }

    private void weigh(double position, int first, double[] weights) {
        for (int i = 0; i < taps; i++) {
            weights[i] = kernel.weight(first + i + 0.5 - position);
        }
    }

    private Plane alpha() {
        Plane alpha = source.alpha();
        if (alpha == null) {
            throw new IllegalArgumentException("an image without alpha has no smooth edges");
        }
        return alpha;
    }

    private static void store(double[] sums, byte[][] out, int at) {
        for (int p = 0; p < 3; p++) {
            out[p][at] = clamp(sums[p] / sums[3]);
        }
        out[3][at] = clamp(sums[3]);
    }

    private static byte clamp(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static Plane plane(Region part, byte[] samples) {
        return new Plane(part.width(), part.height(), samples);
    }
}
