package dev.understudy.engine.resample;

/**
 * The weights of the stored samples in each wanted one. They add up to 1, so edges do not darken: what a kernel would
 * take from beyond the stored samples is shared among those there are.
 */
final class Taps {

    private static final double NEGLIGIBLE = 1e-7;

    private final int[] starts;
    private final int[] counts;
    private final float[] weights;
    private final int stride;

    Taps(Axis axis, Kernel kernel) {
        double spread = Math.max(1, axis.step());
        double reach = kernel.radius() * spread;
        stride = stride(axis, reach);
        starts = new int[axis.count()];
        counts = new int[axis.count()];
        weights = new float[Math.multiplyExact(axis.count(), stride)];
        double[] row = new double[stride];
        for (int i = 0; i < axis.count(); i++) {
            fill(axis, kernel, i, spread, reach, row);
        }
    }

    /** Bytes that they take. */
    static long memory(Axis axis, Kernel kernel) {
        return axis.count() * (2L * Integer.BYTES + (long) Float.BYTES * longest(axis, kernel));
    }

    private static int stride(Axis axis, double reach) {
        return (int) Math.min((long) axis.high() - axis.low(), (long) Math.ceil(2 * reach) + 1);
    }

    private void fill(Axis axis, Kernel kernel, int index, double spread, double reach, double[] row) {
        double center = axis.origin() + (index + 0.5) * axis.step();
        int first = clamp((int) Math.floor(center - reach), axis.low(), axis.high() - 1);
        int last = clamp((int) Math.ceil(center + reach), first + 1, axis.high());
        last = Math.min(last, first + stride);
        double sum = 0;
        for (int k = first; k < last; k++) {
            double weight = kernel.weight((k + 0.5 - center) / spread);
            row[k - first] = weight;
            sum += weight;
        }
        if (Math.abs(sum) < NEGLIGIBLE) {
            keepNearest(axis, index, center);
            return;
        }
        int begin = 0;
        int end = last - first;
        while (end - begin > 1 && Math.abs(row[begin]) < NEGLIGIBLE) {
            begin++;
        }
        while (end - begin > 1 && Math.abs(row[end - 1]) < NEGLIGIBLE) {
            end--;
        }
        starts[index] = first + begin;
        counts[index] = end - begin;
        for (int k = begin; k < end; k++) {
            weights[index * stride + k - begin] = (float) (row[k] / sum);
        }
    }

    /** Something beyond the edge that no weight reaches repeats the edge. */
    private void keepNearest(Axis axis, int index, double center) {
        starts[index] = clamp((int) Math.floor(center), axis.low(), axis.high() - 1);
        counts[index] = 1;
        weights[index * stride] = 1;
    }

    /** The first stored sample in the wanted sample {@code index}. */
    int start(int index) {
        return starts[index];
    }

    /** The number of stored samples in it. */
    int count(int index) {
        return counts[index];
    }

    /** The stored sample after the last one in it. */
    int end(int index) {
        return starts[index] + counts[index];
    }

    /** How many wanted samples there are. */
    int size() {
        return starts.length;
    }

    /** The most that are in any. */
    int longest() {
        return stride;
    }

    /** The most stored samples that are in any wanted one. */
    static int longest(Axis axis, Kernel kernel) {
        return stride(axis, kernel.radius() * Math.max(1, axis.step()));
    }

    /** The weight of its stored sample number {@code k}. */
    float weight(int index, int k) {
        return weights[index * stride + k];
    }

    private static int clamp(int value, int low, int high) {
        return Math.max(low, Math.min(high, value));
    }
}
