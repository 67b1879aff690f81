package dev.understudy.engine.resample;

import dev.understudy.image.Plane;
import org.jspecify.annotations.Nullable;

/**
 * A plane that is scaled, and what becomes of it. Several threads may store samples at different places.
 */
final class PlaneScaling {

    private static final float MIN_COVERAGE = 1e-3f;

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
     * @param storage of the present thread
     * @param columns {@code count} of them side by side, which are overwritten
     * @param left the first of these columns
     * @param top the first row
     */
    void store(SampleStorage storage, float[][] columns, int count, int left, int top, int rows) {
        int first = top * width + left;
        for (int k = 0; coverage != null && k < count; k++) {
            cover(columns[k], rows, coverage, first + k);
        }
        storage.store(columns, count, out, first, width, rows);
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
}
