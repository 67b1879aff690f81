package dev.understudy.engine.operation;

/**
 * A Gaussian along a line by recursion, whose cost does not depend on the deviation. Deriche's sum of two damped waves stands
 * for the curve, to three decimals; each wave is a complex number that is turned and shrunk from one number of the line to the
 * next, once from the left and once from the right.
 *
 * <p>Source: R. Deriche, Recursively implementing the Gaussian and its derivatives, INRIA report 1893, 1993.
 */
final class RecursiveGaussian implements Gaussian {

    /** A curve that is summed up over pixels is wider by the variance of a pixel. */
    private static final double PIXEL_VARIANCE = 1.0 / 12;

    /** Columns are taken this many at a time, about a line of the processor's cache. */
    private static final int COLUMNS = 16;

    private final Wave slow;
    private final Wave fast;
    private final double factor;

    /**
     * A Gaussian.
     *
     * @param deviation the standard deviation in pixels, about 1 or more
     */
    private RecursiveGaussian(double deviation) {
        slow = Wave.of(1.68, 3.735, 1.783, 0.6318, deviation);
        fast = Wave.of(-0.6803, -0.2598, 1.723, 1.997, deviation);
        factor = 1 / (slow.sum() + fast.sum());
    }

    /**
     * A Gaussian whose shares over pixels stand for it.
     *
     * @param deviation the standard deviation in pixels, about 1 or more
     */
    static RecursiveGaussian overPixels(double deviation) {
        return new RecursiveGaussian(Math.sqrt(deviation * deviation + PIXEL_VARIANCE));
    }

    @Override
    public void smooth(float[] plane, int width, int height) {
        float[] line = new float[width];
        float[] scratch = new float[Math.max(width, height)];
        for (int start = 0; start < width * height; start += width) {
            System.arraycopy(plane, start, line, 0, width);
            smooth(line, width, scratch);
            System.arraycopy(line, 0, plane, start, width);
        }
        float[][] columns = new float[Math.min(COLUMNS, width)][height];
        for (int x = 0; x < width; x += COLUMNS) {
            smoothColumns(plane, width, x, columns, scratch);
        }
    }

    private void smoothColumns(float[] plane, int width, int left, float[][] columns, float[] scratch) {
        int count = Math.min(columns.length, width - left);
        int height = plane.length / width;
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < count; i++) {
                columns[i][y] = plane[y * width + left + i];
            }
        }
        for (int i = 0; i < count; i++) {
            smooth(columns[i], height, scratch);
        }
        for (int y = 0; y < height; y++) {
            for (int i = 0; i < count; i++) {
                plane[y * width + left + i] = columns[i][y];
            }
        }
    }

    /** Replaces the numbers of a line, from 0 on. */
    private void smooth(float[] line, int length, float[] scratch) {
        fromLeft(line, length, scratch);
        fromRight(line, length, scratch);
    }

    private void fromLeft(float[] line, int length, float[] sums) {
        double slowReal = line[0] * slow.steadyReal;
        double slowImaginary = line[0] * slow.steadyImaginary;
        double fastReal = line[0] * fast.steadyReal;
        double fastImaginary = line[0] * fast.steadyImaginary;
        for (int i = 0; i < length; i++) {
            double real = line[i] + slow.real * slowReal - slow.imaginary * slowImaginary;
            slowImaginary = slow.real * slowImaginary + slow.imaginary * slowReal;
            slowReal = real;
            real = line[i] + fast.real * fastReal - fast.imaginary * fastImaginary;
            fastImaginary = fast.real * fastImaginary + fast.imaginary * fastReal;
            fastReal = real;
            sums[i] = (float) (slow.cosine * slowReal
                    + slow.sine * slowImaginary
                    + fast.cosine * fastReal
                    + fast.sine * fastImaginary);
        }
    }

    /** As from the left, but without the number itself, which has been counted. */
    private void fromRight(float[] line, int length, float[] sums) {
        double next = line[length - 1];
        double slowReal = next * (slow.steadyReal - 1);
        double slowImaginary = next * slow.steadyImaginary;
        double fastReal = next * (fast.steadyReal - 1);
        double fastImaginary = next * fast.steadyImaginary;
        for (int i = length - 1; i >= 0; i--) {
            double sum = slow.cosine * slowReal
                    + slow.sine * slowImaginary
                    + fast.cosine * fastReal
                    + fast.sine * fastImaginary;
            next = line[i];
            line[i] = (float) ((sums[i] + sum) * factor);
            double real = slow.real * (slowReal + next) - slow.imaginary * slowImaginary;
            slowImaginary = slow.real * slowImaginary + slow.imaginary * (slowReal + next);
            slowReal = real;
            real = fast.real * (fastReal + next) - fast.imaginary * fastImaginary;
            fastImaginary = fast.real * fastImaginary + fast.imaginary * (fastReal + next);
            fastReal = real;
        }
    }

    /**
     * A damped wave: {@code cosine * cos(n * w) + sine * sin(n * w)}, shrunk by the same factor with each number.
     *
     * @param real the real part of what a number's share is multiplied by from one to the next
     * @param imaginary its imaginary part
     * @param steadyReal what the share comes to on a line of ones, the number itself included
     */
    private record Wave(
            double cosine, double sine, double real, double imaginary, double steadyReal, double steadyImaginary) {

        static Wave of(double cosine, double sine, double damping, double frequency, double deviation) {
            double shrink = Math.exp(-damping / deviation);
            double real = shrink * Math.cos(frequency / deviation);
            double imaginary = shrink * Math.sin(frequency / deviation);
            double square = (1 - real) * (1 - real) + imaginary * imaginary;
            return new Wave(cosine, sine, real, imaginary, (1 - real) / square, imaginary / square);
        }

        /** The sum of the wave over both sides. */
        double sum() {
            return 2 * (cosine * steadyReal + sine * steadyImaginary) - cosine;
        }
    }
}
