package dev.understudy.engine.resample;

import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scales planes in one go to the wanted samples, by two straight passes of weighted sums: first down the columns, then,
 * with rows and columns exchanged block by block, along the rows. Works on values as they are stored, as this protocol's
 * servers do, without making light linear first. For one thread.
 */
public final class Resampler {

    /** Wanted rows that go through the second pass together. */
    private static final int BLOCK = 128;

    /** The head of an array and the pointer to it. */
    private static final int BYTES_AN_ARRAY = 24;

    private static final float MIN_COVERAGE = 1e-3f;

    private final Axis x;
    private final Axis y;
    private final Taps across;
    private final Taps down;
    private final int left;
    private final int right;
    private final float[][] block;

    /**
     * A resampler for planes of one size.
     *
     * @param x the wanted columns
     * @param y the wanted rows
     */
    public Resampler(Axis x, Axis y, ResMode mode) {
        this.x = x;
        this.y = y;
        across = new Taps(x, Kernel.of(mode));
        down = new Taps(y, Kernel.of(mode));
        left = across.low();
        right = across.high();
        block = new float[right - left][Math.min(BLOCK, y.count())];
    }

    /** The number of samples around a wanted place that a mode may look at, when samples are wanted {@code step} apart. */
    public static double reach(ResMode mode, double step) {
        return Kernel.of(mode).radius() * Math.max(1, step);
    }

    /** Bytes that such a resampler takes beside the planes, at most. */
    static long memory(Axis x, Axis y, ResMode mode) {
        long columns =
                (long) Math.min((double) x.high() - x.low(), (x.count() + 1) * x.step() + 2 * reach(mode, x.step()));
        long block = columns * (BYTES_AN_ARRAY + (long) Float.BYTES * Math.min(BLOCK, y.count()));
        return block + Taps.memory(x, Kernel.of(mode)) + Taps.memory(y, Kernel.of(mode));
    }

    /** The wanted samples of a plane. */
    public Plane scale(Plane plane) {
        return isCopy() ? copy(plane) : pass(plane, null, null);
    }

    /**
     * The wanted samples of color planes and of their alpha plane, which comes last in the result. Colors count as much
     * as they are opaque.
     */
    public List<Plane> scale(List<Plane> colors, Plane alpha) {
        List<Plane> scaled = new ArrayList<>();
        if (isCopy()) {
            colors.forEach(color -> scaled.add(copy(color)));
            scaled.add(copy(alpha));
            return scaled;
        }
        float[] coverage = new float[Math.multiplyExact(x.count(), y.count())];
        Plane scaledAlpha = pass(alpha, null, coverage);
        colors.forEach(color -> scaled.add(pass(color, alpha, coverage)));
        scaled.add(scaledAlpha);
        return scaled;
    }

    private boolean isCopy() {
        return x.isCopy() && y.isCopy();
    }

    /**
     * Scales in both directions.
     *
     * @param alpha what the samples are multiplied by before
     * @param coverage what they are divided by afterwards; without {@code alpha} it is filled with what comes out
     */
    private Plane pass(Plane plane, @Nullable Plane alpha, float @Nullable [] coverage) {
        byte[] out = new byte[Math.multiplyExact(x.count(), y.count())];
        float[] sum = new float[BLOCK];
        VerticalPass columns = new VerticalPass(down, plane, alpha, left, right);
        for (int top = 0; top < y.count(); top += BLOCK) {
            int rows = Math.min(BLOCK, y.count() - top);
            columns.fill(block, top, rows);
            for (int i = 0; i < x.count(); i++) {
                VectorSums.sum(sum, rows, block, across.start(i) - left, across, i);
                if (coverage != null) {
                    cover(sum, rows, coverage, top * x.count() + i, alpha != null);
                }
                store(sum, rows, out, top * x.count() + i);
            }
        }
        return new Plane(x.count(), y.count(), out);
    }

    private void cover(float[] sum, int rows, float[] coverage, int first, boolean divide) {
        for (int r = 0, at = first; r < rows; r++, at += x.count()) {
            if (!divide) {
                coverage[at] = sum[r];
            } else {
                sum[r] = coverage[at] > MIN_COVERAGE ? sum[r] / coverage[at] : 0;
            }
        }
    }

    private void store(float[] sum, int rows, byte[] out, int first) {
        for (int r = 0, at = first; r < rows; r++, at += x.count()) {
            out[at] = (byte) Math.max(0, Math.min(255, (int) (sum[r] + 0.5f)));
        }
    }

    private Plane copy(Plane plane) {
        int fromX = (int) x.origin();
        int fromY = (int) y.origin();
        if (fromX == 0 && fromY == 0 && x.count() == plane.width() && y.count() == plane.height()) {
            return plane;
        }
        byte[] out = new byte[Math.multiplyExact(x.count(), y.count())];
        for (int row = 0; row < y.count(); row++) {
            int from = (fromY + row) * plane.width() + fromX;
            System.arraycopy(plane.samples(), from, out, row * x.count(), x.count());
        }
        return new Plane(x.count(), y.count(), out);
    }
}
