package dev.understudy.engine.operation;

import org.jspecify.annotations.Nullable;

/**
 * A Gaussian along lines by recursion, whose cost does not depend on the deviation. Deriche's sum of two damped waves stands
 * for the curve, to three decimals; each wave is a complex number that is turned and shrunk from one number of the line to the
 * next, once from the first to the last and once back.
 *
 * <p>A number waits for the one before, so a line alone cannot be vector code. Many lines go side by side instead: columns as they lie in
 * their rows, and rows once they are turned into columns. For one thread.
 *
 * <p>Source: R. Deriche, Recursively implementing the Gaussian and its derivatives, INRIA report 1893, 1993.
 */
final class RecursiveGaussian implements Gaussian {

    /** A curve that is summed up over pixels is wider by the variance of a pixel. */
    private static final double PIXEL_VARIANCE = 1.0 / 12;

    private final DampedWave slow;
    private final DampedWave fast;
    /** What planes of one size are worked on in. */
    private @Nullable LineBundle lines;

    /**
     * A Gaussian.
     *
     * @param deviation the standard deviation in pixels, about 1 or more
     */
    private RecursiveGaussian(double deviation) {
        DampedWave first = DampedWave.of(1.68, 3.735, 1.783, 0.6318, deviation);
        DampedWave second = DampedWave.of(-0.6803, -0.2598, 1.723, 1.997, deviation);
        double sum = first.sum() + second.sum();
        slow = first.dividedBy(sum);
        fast = second.dividedBy(sum);
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
        int longest = Math.max(width, height);
        if (lines == null || lines.places() != longest) {
            lines = new LineBundle(Math.min(LineBundle.MOST, longest), longest);
        }
        smoothRows(plane, width, height, lines);
        smoothColumns(plane, width, height, lines);
    }

    private void smoothRows(float[] plane, int width, int height, LineBundle bundle) {
        for (int top = 0; top < height; top += LineBundle.MOST) {
            int count = Math.min(LineBundle.MOST, height - top);
            bundle.takeRows(plane, top * width, count, width);
            bundle.smooth(width, slow, fast);
            bundle.putRows(plane, top * width, count, width);
        }
    }

    private void smoothColumns(float[] plane, int width, int height, LineBundle bundle) {
        for (int left = 0; left < width; left += LineBundle.MOST) {
            int count = Math.min(LineBundle.MOST, width - left);
            for (int y = 0; y < height; y++) {
                System.arraycopy(plane, y * width + left, bundle.numbers(y), 0, count);
            }
            bundle.smooth(height, slow, fast);
            for (int y = 0; y < height; y++) {
                System.arraycopy(bundle.numbers(y), 0, plane, y * width + left, count);
            }
        }
    }
}
