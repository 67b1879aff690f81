package dev.understudy.tools.convert;

/**
 * A way to make an image of half the size, by the weights of the samples that lie in the middle of two, symmetric and of the sum 1.
 *
 * <p>Source: the reference's page on the utility ic, which names a filter of 2 x 2 samples and several of 8 x 8; Keys, Cubic convolution
 * interpolation for digital image processing, 1981.
 */
enum Downsampling {
    /** The mean of each square of four. */
    box(2) {
        @Override
        double at(double distance) {
            return 1;
        }
    },
    /** Lanczos' window of two lobes. */
    lanczos(8) {
        @Override
        double at(double distance) {
            double angle = Math.PI * distance;
            return 2 * Math.sin(angle) * Math.sin(angle / 2) / (angle * angle);
        }
    },
    /** A cubic with deeper lobes, which sharpens. */
    sharp(8) {
        @Override
        double at(double x) {
            return x < 1 ? ((LOBES + 2) * x - (LOBES + 3)) * x * x + 1 : LOBES * (((x - 5) * x + 8) * x - 4);
        }
    };

    /** The slope of the cubic where it ends its first lobe. */
    private static final double LOBES = -1;

    private final int count;

    Downsampling(int count) {
        this.count = count;
    }

    /** What a sample counts, by its distance in samples of the smaller image. */
    abstract double at(double distance);

    /** The weights of samples next to each other. */
    float[] weights() {
        double[] exact = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            exact[i] = at(Math.abs(i + 0.5 - count / 2.0) / 2);
            sum += exact[i];
        }
        float[] weights = new float[count];
        for (int i = 0; i < count; i++) {
            weights[i] = (float) (exact[i] / sum);
        }
        return weights;
    }
}
