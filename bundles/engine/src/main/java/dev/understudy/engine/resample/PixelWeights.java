package dev.understudy.engine.resample;

/** The weights of the pixels around a place, along one side. For one thread. */
final class PixelWeights {

    private final double[] weights;
    private final int[] places;
    private int count;

    /** Of at most so many pixels. */
    PixelWeights(int most) {
        weights = new double[most];
        places = new int[most];
    }

    /**
     * Weighs anew.
     *
     * @param position the place
     * @param stretch how much wider the kernel is than one of single pixels, 1 or more
     * @param length how many pixels there are; beyond them, those at the edge go on
     */
    void around(double position, Kernel kernel, double stretch, int length) {
        double reach = kernel.radius() * stretch;
        int first = (int) Math.ceil(position - reach - 0.5);
        count = Math.min(weights.length, (int) Math.floor(position + reach - 0.5) - first + 1);
        double total = 0;
        for (int i = 0; i < count; i++) {
            weights[i] = kernel.weight((first + i + 0.5 - position) / stretch);
            places[i] = Math.max(0, Math.min(length - 1, first + i));
            total += weights[i];
        }
        for (int i = 0; i < count; i++) {
            weights[i] /= total;
        }
    }

    /** Where pixel number {@code i} is. */
    int place(int i) {
        return places[i];
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The weight of pixel number {@code i}; the sum of all is 1. */
    double at(int i) {
        return weights[i];
    }
}
