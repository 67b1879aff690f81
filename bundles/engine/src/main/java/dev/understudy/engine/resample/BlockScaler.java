package dev.understudy.engine.resample;

import java.util.List;

/**
 * Makes wanted rows of planes, a block of them at a time: strip by strip, first down the columns, then, with rows and columns
 * exchanged, along the rows. What it works in is made once and stays in the processor's cache. For one thread.
 */
final class BlockScaler {

    /** Wanted rows that go through the second pass together. */
    static final int ROWS = 128;

    /** Stored columns that go through the first pass together, if a wanted one does not need more. */
    private static final int COLUMNS = 512;

    /** The head of an array and the pointer to it. */
    private static final int BYTES_AN_ARRAY = 24;

    private final ScalingWeights weights;
    private final VerticalPass columns;
    private final float[][] block;
    private final float[][] sums;
    private final SampleStorage storage;

    /** A scaler for planes of one size. */
    BlockScaler(ScalingWeights weights) {
        this.weights = weights;
        int width = weights.strips().stream().mapToInt(ColumnStrip::width).max().orElseThrow();
        int rows = Math.min(ROWS, weights.down().size());
        columns = new VerticalPass(weights.down(), width);
        block = new float[width][rows];
        sums = new float[SampleStorage.TOGETHER][rows];
        storage = new SampleStorage(rows);
    }

    /** How many blocks there are of so many rows. */
    static int blocks(int rows) {
        return (rows + ROWS - 1) / ROWS;
    }

    /** The strips in which it works. */
    static List<ColumnStrip> strips(Taps across) {
        return ColumnStrip.of(across, COLUMNS);
    }

    /** Bytes that it takes at most. */
    static long memory(Axis x, Axis y, Kernel kernel) {
        long width = Math.min((long) x.high() - x.low(), Math.max(COLUMNS, Taps.longest(x, kernel)));
        long arrays = width + SampleStorage.TOGETHER;
        int rows = Math.min(ROWS, y.count());
        return arrays * (BYTES_AN_ARRAY + (long) Float.BYTES * rows)
                + SampleStorage.memory(rows)
                + VerticalPass.memory(y, kernel, width);
    }

    /** Makes the wanted rows of a block, by its number. */
    void scale(PlaneScaling plane, int number) {
        int top = number * ROWS;
        int rows = Math.min(ROWS, weights.down().size() - top);
        Taps across = weights.across();
        for (ColumnStrip strip : weights.strips()) {
            columns.fill(block, strip, plane, top, rows);
            for (int first = strip.first(); first < strip.end(); first += SampleStorage.TOGETHER) {
                int together = Math.min(SampleStorage.TOGETHER, strip.end() - first);
                for (int k = 0; k < together; k++) {
                    int index = first + k;
                    VectorSums.sum(sums[k], rows, block, across.start(index) - strip.low(), across, index);
                }
                plane.store(storage, sums, together, first, top, rows);
            }
        }
    }
}
