package dev.understudy.engine.operation;

import java.util.Arrays;

/**
 * A Gaussian as a kernel whose weights are the shares of the curve over each pixel, which has an effect below one pixel, too.
 *
 * <p>The sums are straight loops over whole arrays, which the compiler turns into vector instructions; offsets into the arrays
 * would keep it from doing so, hence the copies.
 */
final class GaussianKernel implements Gaussian {

    /** Up to this standard deviation, a kernel takes less time than a recursion. */
    static final double LARGEST_DEVIATION = 3;

    /** What lies this many deviations away changes no level. */
    private static final double TAIL = 4;

    private final float[] weights;

    /**
     * A Gaussian.
     *
     * @param deviation the standard deviation in pixels, above 0
     */
    GaussianKernel(double deviation) {
        weights = weights(deviation, reach(deviation));
    }

    /** The distance of the farthest neighbors that matter to a Gaussian of a standard deviation in pixels. */
    static int reach(double deviation) {
        return (int) Math.ceil(TAIL * deviation);
    }

    @Override
    public void smooth(float[] plane, int width, int height) {
        smoothRows(plane, width, height);
        smoothColumns(plane, width, height);
    }

    private void smoothRows(float[] plane, int width, int height) {
        int reach = weights.length - 1;
        float[] line = new float[width + 2 * reach];
        float[] left = new float[width];
        float[] right = new float[width];
        float[] sum = new float[width];
        for (int start = 0; start < width * height; start += width) {
            Arrays.fill(line, 0, reach, plane[start]);
            System.arraycopy(plane, start, line, reach, width);
            Arrays.fill(line, reach + width, line.length, plane[start + width - 1]);
            System.arraycopy(plane, start, left, 0, width);
            set(sum, left, weights[0], width);
            for (int k = 1; k <= reach; k++) {
                System.arraycopy(line, reach - k, left, 0, width);
                System.arraycopy(line, reach + k, right, 0, width);
                add(sum, left, right, weights[k], width);
            }
            System.arraycopy(sum, 0, plane, start, width);
        }
    }

    private void smoothColumns(float[] plane, int width, int height) {
        int reach = weights.length - 1;
        // the rows around the one that is wanted, as they were
        float[][] rows = new float[Math.min(2 * reach + 1, height)][width];
        float[] sum = new float[width];
        for (int y = 0, read = 0; y < height; y++) {
            for (; read < height && read <= y + reach; read++) {
                System.arraycopy(plane, read * width, rows[read % rows.length], 0, width);
            }
            set(sum, rows[y % rows.length], weights[0], width);
            for (int k = 1; k <= reach; k++) {
                float[] above = rows[Math.max(0, y - k) % rows.length];
                float[] below = rows[Math.min(height - 1, y + k) % rows.length];
                add(sum, above, below, weights[k], width);
            }
            System.arraycopy(sum, 0, plane, y * width, width);
        }
    }

    private static void set(float[] sum, float[] row, float weight, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] = weight * row[i];
        }
    }

    private static void add(float[] sum, float[] before, float[] after, float weight, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * (before[i] + after[i]);
        }
    }

    private static float[] weights(double deviation, int reach) {
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
