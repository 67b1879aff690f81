package dev.understudy.engine.resample;

import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * A plane that is scaled, and what becomes of it. Several threads may store samples at different places.
 */
final class PlaneScaling {

    private static final float MIN_COVERAGE = 1e-3f;

    private static final float LARGEST = 255;
    private static final float HALF = 0.5f;

    private final Plane plane;
    private final @Nullable Plane alpha;
    private final float @Nullable [] coverage;
    private final int width;
    private final byte[] out;

    /**
     * A plane of which nothing is scaled yet.
     *
     * @param alpha what the samples are multiplied by before
     * @param coverage what they are divided by afterwards; without {@code alpha} it is filled with what comes out
     * @param width columns that are wanted
     * @param height rows that are wanted
     */
    PlaneScaling(Plane plane, @Nullable Plane alpha, float @Nullable [] coverage, int width, int height) {
        this.plane = plane;
        this.alpha = alpha;
        this.coverage = coverage;
        this.width = width;
        out = new byte[Math.multiplyExact(width, height)];
    }

    Plane plane() {
        return plane;
    }

    /** What the samples are multiplied by before they are scaled; null for nothing. */
    @Nullable
    Plane alpha() {
        return alpha;
    }

    /** The wanted samples. */
    Plane scaled() {
        return new Plane(width, out.length / width, out);
    }

    /**
     * Stores columns of wanted samples.
     *
     * @param columns {@code count} of them side by side, which are overwritten
     * @param left the first of these columns
     * @param top the first row
     */
    void store(float[][] columns, int count, int left, int top, int rows) {
        int first = top * width + left;
        for (int k = 0; k < count; k++) {
            if (coverage != null) {
                cover(columns[k], rows, coverage, first + k);
            }
            round(columns[k], rows);
        }
        if (count == 8) {
            storeEight(columns, first, rows);
        } else {
            storeEach(columns, count, first, rows);
        }
    }

    private void cover(float[] sum, int rows, float[] covered, int first) {
        for (int r = 0, at = first; r < rows; r++, at += width) {
            if (alpha == null) {
                covered[at] = sum[r];
            } else {
                sum[r] = covered[at] > MIN_COVERAGE ? sum[r] / covered[at] : 0;
            }
        }
    }

    /** Leaves the sample as the whole part of each sum. */
    private static void round(float[] sum, int rows) {
        for (int r = 0; r < rows; r++) {
            sum[r] = Math.max(0, Math.min(LARGEST, sum[r])) + HALF;
        }
    }

    private static byte sample(float rounded) {
        return (byte) (int) rounded;
    }

    private void storeEach(float[][] columns, int count, int first, int rows) {
        for (int k = 0; k < count; k++) {
            float[] column = columns[k];
            for (int r = 0, at = first + k; r < rows; r++, at += width) {
                out[at] = sample(column[r]);
            }
        }
    }

    /** Row by row, so that memory is written in longer runs. */
    private void storeEight(float[][] columns, int first, int rows) {
        float[] a = columns[0];
        float[] b = columns[1];
        float[] c = columns[2];
        float[] d = columns[3];
        float[] e = columns[4];
        float[] f = columns[5];
        float[] g = columns[6];
        float[] h = columns[7];
        for (int r = 0, at = first; r < rows; r++, at += width) {
            out[at] = sample(a[r]);
            out[at + 1] = sample(b[r]);
            out[at + 2] = sample(c[r]);
            out[at + 3] = sample(d[r]);
            out[at + 4] = sample(e[r]);
            out[at + 5] = sample(f[r]);
            out[at + 6] = sample(g[r]);
            out[at + 7] = sample(h[r]);
        }
    }
}
