package dev.understudy.engine.render;

/**
 * How large JPEG files of a quality usually are, on a scale on which a step is the same factor everywhere. Real files follow it closely
 * enough for the next guess to be a good one.
 */
final class QualitySteps {

    private static final double[] QUALITIES = {1, 5, 10, 20, 30, 50, 70, 80, 90, 95, 98, 100};
    /** Parts of the size at quality 100, of photographs of 400 pixels. */
    private static final double[] SIZES = {0.02, 0.035, 0.055, 0.085, 0.11, 0.15, 0.21, 0.26, 0.37, 0.52, 0.73, 1};

    private QualitySteps() {}

    /** The place of a quality of 1..100: the logarithm of the usual size. */
    static double place(double quality) {
        int i = 1;
        while (i < QUALITIES.length - 1 && quality > QUALITIES[i]) {
            i++;
        }
        double part = (quality - QUALITIES[i - 1]) / (QUALITIES[i] - QUALITIES[i - 1]);
        return Math.log(SIZES[i - 1]) + part * Math.log(SIZES[i] / SIZES[i - 1]);
    }

    /** The quality at a place, 1..100. */
    static double quality(double place) {
        int i = 1;
        while (i < SIZES.length - 1 && place > Math.log(SIZES[i])) {
            i++;
        }
        double part = (place - Math.log(SIZES[i - 1])) / Math.log(SIZES[i] / SIZES[i - 1]);
        double quality = QUALITIES[i - 1] + part * (QUALITIES[i] - QUALITIES[i - 1]);
        return Math.max(1, Math.min(100, quality));
    }
}
