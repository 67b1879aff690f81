package dev.understudy.engine.operation;

/**
 * A Gaussian over a plane of numbers; beyond the edge, the numbers of the edge go on. Up to a deviation of 3 it is a
 * {@linkplain GaussianKernel kernel}, above a {@linkplain RecursiveGaussian recursion}, whose time does not grow with the deviation.
 */
sealed interface Gaussian permits GaussianKernel, RecursiveGaussian {

    /**
     * A Gaussian.
     *
     * @param deviation the standard deviation in pixels, above 0
     */
    static Gaussian of(double deviation) {
        return deviation <= GaussianKernel.LARGEST_DEVIATION
                ? new GaussianKernel(deviation)
                : RecursiveGaussian.overPixels(deviation);
    }

    /** The distance of the farthest neighbors that matter to a Gaussian of a standard deviation in pixels. */
    static int reach(double deviation) {
        return GaussianKernel.reach(deviation);
    }

    /**
     * Replaces the numbers of a plane.
     *
     * @param plane rows from top to bottom
     */
    void smooth(float[] plane, int width, int height);
}
