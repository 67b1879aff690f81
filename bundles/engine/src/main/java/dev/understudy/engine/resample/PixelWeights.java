package dev.understudy.engine.resample;

/** The weights of the pixels around a place, along one side. For one thread. */
final class PixelWeights {

    private final double[] weights;
    private int first;
    private int count;

    /** Of at most so many pixels. */
    PixelWeights(int most) {
        weights = new double[most];
    }

    /**
     * Weighs anew.
     *
     * @param position the place
     * @param stretch how much wider the kernel is than one of single pixels, 1 or more
     */
    void around(double position, Kernel kernel, double stretch) {
        double reach = kernel.radius() * stretch;
        first = (int) Math.ceil(position - reach - 0.5);
        count = Math.min(weights.length, (int) Math.floor(position + reach - 0.5) - first + 1);
        double total = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = kernel.weight((first + i + 0.5 - position) / stretch);
            total += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= total;
        }
    }

    /** The first pixel. */
    int first() {
        return first;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The weight of pixel number {@code i} from the first; the sum of all is 1. */
    double at(int i) {
        return weights[i];
    }
}
