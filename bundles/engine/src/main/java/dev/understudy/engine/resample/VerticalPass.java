package dev.understudy.engine.resample;

import dev.understudy.engine.rows.RowTranspose;
import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * The first pass: sums stored rows of a strip into wanted rows. The stored rows in use are kept as floats in a ring. For one
 * thread.
 */
final class VerticalPass {

    /** A wanted row may begin this much earlier than the one before, as zero weights are left out. */
    private static final int SLACK = 8;

    private final Taps taps;
    private final int capacity;
    private final float[][] ring;
    private final float[][] sums;
    private final SampleConversion conversion;
    private int loadedFrom;
    private int loadedTo;

    /**
     * A pass.
     *
     * @param width stored columns of a strip, at most
     */
    VerticalPass(Taps taps, int width) {
        this.taps = taps;
        capacity = taps.longest() + SLACK;
        // every row is listed twice, so that any run of up to `capacity` rows is found in one piece
        ring = new float[2 * capacity][];
        for (int i = 0; i < capacity; i++) {
            ring[i] = new float[width];
            ring[i + capacity] = ring[i];
        }
        sums = new float[RowTranspose.TOGETHER][width];
        conversion = new SampleConversion(width);
    }

    /** Bytes that it takes. */
    static long memory(Axis y, Kernel kernel, long width) {
        return width * Float.BYTES * (Taps.longest(y, kernel) + SLACK + RowTranspose.TOGETHER + 1);
    }

    /** Puts the wanted rows {@code top} to {@code top + rows} into a block: an array for each stored column of the strip. */
    void fill(float[][] block, ColumnStrip strip, PlaneScaling plane, int top, int rows) {
        loadedFrom = 0;
        loadedTo = 0;
        for (int r = 0; r < rows; r += RowTranspose.TOGETHER) {
            int together = Math.min(RowTranspose.TOGETHER, rows - r);
            for (int i = 0; i < together; i++) {
                int index = top + r + i;
                load(plane, strip, taps.start(index), taps.end(index));
                VectorSums.sum(sums[i], strip.width(), ring, taps.start(index) % capacity, taps, index);
            }
            RowTranspose.turn(sums, together, block, r, strip.width());
        }
    }

    /** Sees to it that the stored rows {@code first} to {@code last} are in the ring. */
    private void load(PlaneScaling plane, ColumnStrip strip, int first, int last) {
        if (first < loadedFrom || first > loadedTo) {
            loadedFrom = first;
            loadedTo = first;
        }
        for (; loadedTo < last; loadedTo++) {
            int from = loadedTo * plane.plane().width() + strip.low();
            convert(plane.plane(), plane.alpha(), from, strip.width(), ring[loadedTo % capacity]);
        }
        loadedFrom = Math.max(loadedFrom, loadedTo - capacity);
    }

    private void convert(Plane plane, @Nullable Plane alpha, int from, int width, float[] row) {
        byte[] samples = plane.samples();
        if (alpha == null) {
            conversion.run(samples, from, row, width);
        } else {
            byte[] opacity = alpha.samples();
            for (int i = 0; i < width; i++) {
                row[i] = (samples[from + i] & 0xff) * (opacity[from + i] & 0xff);
            }
        }
    }
}
