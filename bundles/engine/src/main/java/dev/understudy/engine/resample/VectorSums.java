package dev.understudy.engine.resample;

/**
 * Weighted sums of many rows at once. Straight loops over whole arrays, four rows at a time: the shape that the compiler
 * turns into vector instructions. Offsets into the arrays, or more rows at a time, keep it from doing so.
 */
final class VectorSums {

    private VectorSums() {}

    /**
     * Sums as many rows as {@code taps} has for a wanted sample, each weighed.
     *
     * @param sum the result, overwritten
     * @param length how many lanes
     * @param first which of {@code rows} is the first
     * @param index which wanted sample the weights are of
     */
    static void sum(float[] sum, int length, float[][] rows, int first, Taps taps, int index) {
        int count = taps.count(index);
        int k = count < 4 ? 1 : 4;
        if (count < 4) {
            set(sum, length, rows[first], taps.weight(index, 0));
        } else {
            set(
                    sum,
                    length,
                    rows[first],
                    rows[first + 1],
                    rows[first + 2],
                    rows[first + 3],
                    taps.weight(index, 0),
                    taps.weight(index, 1),
                    taps.weight(index, 2),
                    taps.weight(index, 3));
        }
        for (; k + 4 <= count; k += 4) {
            add(
                    sum,
                    length,
                    rows[first + k],
                    rows[first + k + 1],
                    rows[first + k + 2],
                    rows[first + k + 3],
                    taps.weight(index, k),
                    taps.weight(index, k + 1),
                    taps.weight(index, k + 2),
                    taps.weight(index, k + 3));
        }
        if (k + 2 <= count) {
            add(sum, length, rows[first + k], rows[first + k + 1], taps.weight(index, k), taps.weight(index, k + 1));
            k += 2;
        }
        if (k < count) {
            add(sum, length, rows[first + k], taps.weight(index, k));
        }
    }

    private static void set(
            float[] sum,
            int length,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float wa,
            float wb,
            float wc,
            float wd) {
        for (int i = 0; i < length; i++) {
            sum[i] = wa * a[i] + wb * b[i] + (wc * c[i] + wd * d[i]);
        }
    }

    private static void set(float[] sum, int length, float[] row, float weight) {
        for (int i = 0; i < length; i++) {
            sum[i] = weight * row[i];
        }
    }

    private static void add(
            float[] sum,
            int length,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            float wa,
            float wb,
            float wc,
            float wd) {
        for (int i = 0; i < length; i++) {
            sum[i] += wa * a[i] + wb * b[i] + (wc * c[i] + wd * d[i]);
        }
    }

    private static void add(float[] sum, int length, float[] a, float[] b, float wa, float wb) {
        for (int i = 0; i < length; i++) {
            sum[i] = sum[i] + wa * a[i] + wb * b[i];
        }
    }

    private static void add(float[] sum, int length, float[] row, float weight) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * row[i];
        }
    }
}
