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

    /** Wanted columns that are stored together. */
    private static final int TOGETHER = 8;

    /** The head of an array and the pointer to it. */
    private static final int BYTES_AN_ARRAY = 24;

    private final Taps across;
    private final List<ColumnStrip> strips;
    private final VerticalPass columns;
    private final float[][] block;
    private final float[][] sums;

    /**
     * A scaler.
     *
     * @param strips of {@code across}, as {@link #strips} makes them
     */
    BlockScaler(Taps across, Taps down, List<ColumnStrip> strips) {
        this.across = across;
        this.strips = strips;
        int width = strips.stream().mapToInt(ColumnStrip::width).max().orElseThrow();
        int rows = Math.min(ROWS, down.size());
        columns = new VerticalPass(down, width);
        block = new float[width][rows];
        sums = new float[TOGETHER][rows];
    }

    /** The strips in which it works. */
    static List<ColumnStrip> strips(Taps across) {
        return ColumnStrip.of(across, COLUMNS);
    }

    /** Bytes that it takes at most. */
    static long memory(Axis x, Axis y, Kernel kernel) {
        long width = Math.min((long) x.high() - x.low(), Math.max(COLUMNS, Taps.longest(x, kernel)));
        long arrays = width + TOGETHER;
        return arrays * (BYTES_AN_ARRAY + (long) Float.BYTES * Math.min(ROWS, y.count()))
                + VerticalPass.memory(y, kernel, width);
    }

    /** Makes the wanted rows {@code top} to {@code top + rows}. */
    void scale(PlaneScaling plane, int top, int rows) {
        for (ColumnStrip strip : strips) {
            columns.fill(block, strip, plane, top, rows);
            for (int first = strip.first(); first < strip.end(); first += TOGETHER) {
                int together = Math.min(TOGETHER, strip.end() - first);
                for (int k = 0; k < together; k++) {
                    int index = first + k;
                    VectorSums.sum(sums[k], rows, block, across.start(index) - strip.low(), across, index);
                }
                plane.store(sums, together, first, top, rows);
            }
        }
    }
}
