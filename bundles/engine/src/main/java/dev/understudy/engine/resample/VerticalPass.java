package dev.understudy.engine.resample;

import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * The first pass: sums stored rows into wanted rows. Works through the columns in strips, so that the stored rows in use,
 * kept as floats in a ring, stay in the processor's cache.
 */
final class VerticalPass {

    private static final int STRIP = 1024;

    /** Wanted rows that are turned into columns together, so that memory is written in longer runs. */
    private static final int TOGETHER = 8;

    /** A wanted row may begin this much earlier than the one before, as zero weights are left out. */
    private static final int SLACK = 8;

    private final Taps taps;
    private final Plane plane;
    private final @Nullable Plane alpha;
    private final int left;
    private final int right;
    private final int capacity;
    private final float[][] ring;
    private final float[][] sums;
    private int loadedFrom;
    private int loadedTo;

    /**
     * Of a plane.
     *
     * @param alpha what the samples are multiplied by, null for nothing
     * @param left the first column
     * @param right the one after the last
     */
    VerticalPass(Taps taps, Plane plane, @Nullable Plane alpha, int left, int right) {
        this.taps = taps;
        this.plane = plane;
        this.alpha = alpha;
        this.left = left;
        this.right = right;
        int width = Math.min(STRIP, right - left);
        capacity = taps.longest() + SLACK;
        // every row is listed twice, so that any run of up to `capacity` rows is found in one piece
        ring = new float[2 * capacity][];
        for (int i = 0; i < capacity; i++) {
            ring[i] = new float[width];
            ring[i + capacity] = ring[i];
        }
        sums = new float[TOGETHER][width];
    }

    /** Puts the wanted rows {@code top} to {@code top + rows} into a block: an array for each column. */
    void fill(float[][] block, int top, int rows) {
        for (int from = left; from < right; from += STRIP) {
            int width = Math.min(STRIP, right - from);
            loadedFrom = 0;
            loadedTo = 0;
            for (int r = 0; r < rows; r += TOGETHER) {
                int together = Math.min(TOGETHER, rows - r);
                for (int i = 0; i < together; i++) {
                    int index = top + r + i;
                    load(from, width, taps.start(index), taps.start(index) + taps.count(index));
                    VectorSums.sum(sums[i], width, ring, taps.start(index) % capacity, taps, index);
                }
                transpose(block, from - left, width, r, together);
            }
        }
    }

    /** Sees to it that the stored rows {@code first} to {@code last} are in the ring. */
    private void load(int from, int width, int first, int last) {
        if (first < loadedFrom || first > loadedTo) {
            loadedFrom = first;
            loadedTo = first;
        }
        for (; loadedTo < last; loadedTo++) {
            convert(loadedTo * plane.width() + from, width, ring[loadedTo % capacity]);
        }
        loadedFrom = Math.max(loadedFrom, loadedTo - capacity);
    }

    private void convert(int from, int width, float[] row) {
        byte[] samples = plane.samples();
        if (alpha == null) {
            for (int i = 0; i < width; i++) {
                row[i] = samples[from + i] & 0xff;
            }
        } else {
            byte[] opacity = alpha.samples();
            for (int i = 0; i < width; i++) {
                row[i] = (samples[from + i] & 0xff) * (opacity[from + i] & 0xff);
            }
        }
    }

    private void transpose(float[][] block, int firstColumn, int width, int row, int together) {
        if (together < TOGETHER) {
            for (int k = 0; k < together; k++) {
                for (int i = 0; i < width; i++) {
                    block[firstColumn + i][row + k] = sums[k][i];
                }
            }
            return;
        }
        float[] a = sums[0];
        float[] b = sums[1];
        float[] c = sums[2];
        float[] d = sums[3];
        float[] e = sums[4];
        float[] f = sums[5];
        float[] g = sums[6];
        float[] h = sums[7];
        for (int i = 0; i < width; i++) {
            float[] column = block[firstColumn + i];
            column[row] = a[i];
            column[row + 1] = b[i];
            column[row + 2] = c[i];
            column[row + 3] = d[i];
            column[row + 4] = e[i];
            column[row + 5] = f[i];
            column[row + 6] = g[i];
            column[row + 7] = h[i];
        }
    }
}
