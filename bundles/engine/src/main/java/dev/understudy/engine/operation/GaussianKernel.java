package dev.understudy.engine.operation;

import org.jspecify.annotations.Nullable;

/**
 * A Gaussian along a line of numbers. Up to a deviation of {@value #LONGEST_KERNEL} it is a kernel whose weights are the shares
 * of the curve over each pixel, which has an effect below one pixel, too; above, it is a recursion.
 */
final class GaussianKernel {

    private static final double LONGEST_KERNEL = 3;

    /** What lies this many deviations away changes no level. */
    private static final double TAIL = 4;

    /** A curve that is summed up over pixels is wider by the variance of a pixel. */
    private static final double PIXEL_VARIANCE = 1.0 / 12;

    private final int reach;
    private final float[] weights;
    private final @Nullable RecursiveGaussian recursion;

    /**
     * A Gaussian.
     *
     * @param deviation the standard deviation in pixels, above 0
     */
    GaussianKernel(double deviation) {
        reach = reach(deviation);
        boolean direct = deviation <= LONGEST_KERNEL;
        weights = direct ? weights(deviation) : new float[0];
        recursion = direct ? null : new RecursiveGaussian(Math.sqrt(deviation * deviation + PIXEL_VARIANCE));
    }

    /** The distance of the farthest neighbors that matter to a Gaussian of a standard deviation in pixels. */
    static int reach(double deviation) {
        return (int) Math.ceil(TAIL * deviation);
    }

    /** How many numbers have to stand on each side of a line that is made smooth. */
    int padding() {
        return recursion == null ? reach : 0;
    }

    /**
     * Replaces the numbers of a line.
     *
     * @param line numbers, and {@link #padding} more on each side; afterwards the smooth ones begin at 0
     * @param length how many are wanted
     * @param scratch of the line's length
     */
    void smooth(float[] line, int length, float[] scratch) {
        if (recursion != null) {
            recursion.smooth(line, length, scratch);
            return;
        }
        System.arraycopy(line, 0, scratch, 0, length + 2 * reach);
        for (int i = 0; i < length; i++) {
            int center = i + reach;
            float sum = scratch[center] * weights[0];
            for (int k = 1; k <= reach; k++) {
                sum += weights[k] * (scratch[center - k] + scratch[center + k]);
            }
            line[i] = sum;
        }
    }

    private float[] weights(double deviation) {
        double[] shares = new double[reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            shares[i] = below((i + 0.5) / deviation) - below((i - 0.5) / deviation);
            sum += i == 0 ? shares[i] : 2 * shares[i];
        }
        float[] weights = new float[reach + 1];
        for (int i = 0; i <= reach; i++) {
            weights[i] = (float) (shares[i] / sum);
        }
        return weights;
    }

    /** The share of the normal distribution below a number, to seven decimals (Abramowitz and Stegun 26.2.17). */
    private static double below(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z < 0 ? tail : 1 - tail;
    }
}
