package dev.understudy.engine.resample;

import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Scales planes in one go to the wanted samples, by two straight passes of weighted sums: first down the columns, then,
 * with rows and columns exchanged block by block, along the rows. Works on values as they are stored, as this protocol's
 * servers do, without making light linear first. For one thread, which processors that are idle may help.
 */
public final class Resampler {

    private final Axis x;
    private final Axis y;
    private final Taps across;
    private final Taps down;
    private final List<ColumnStrip> strips;
    private final IdleProcessors processors;

    /** A resampler that nobody helps. */
    public Resampler(Axis x, Axis y, ResMode mode) {
        this(x, y, mode, IdleProcessors.NONE);
    }

    /**
     * A resampler for planes of one size.
     *
     * @param x the wanted columns
     * @param y the wanted rows
     * @param processors what may help
     */
    public Resampler(Axis x, Axis y, ResMode mode, IdleProcessors processors) {
        this.processors = processors;
        this.x = x;
        this.y = y;
        across = new Taps(x, Kernel.of(mode));
        down = new Taps(y, Kernel.of(mode));
        strips = BlockScaler.strips(across);
    }

    /** The number of samples around a wanted place that a mode may look at, when samples are wanted {@code step} apart. */
    public static double reach(ResMode mode, double step) {
        return Kernel.of(mode).radius() * Math.max(1, step);
    }

    /** Bytes that such a resampler takes beside the planes, at most, helpers included. */
    static long memory(Axis x, Axis y, ResMode mode) {
        Kernel kernel = Kernel.of(mode);
        int blocks = Math.min(1 + PartLoop.MOST_HELPERS, blocks(y));
        return blocks * BlockScaler.memory(x, y, kernel) + Taps.memory(x, kernel) + Taps.memory(y, kernel);
    }

    /** The wanted samples of a plane. */
    public Plane scale(Plane plane) {
        return isCopy() ? copy(plane) : scaled(new PlaneScaling(plane, null, null, x.count(), y.count()));
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
        Plane scaledAlpha = scaled(new PlaneScaling(alpha, null, coverage, x.count(), y.count()));
        colors.forEach(color -> scaled.add(scaled(new PlaneScaling(color, alpha, coverage, x.count(), y.count()))));
        scaled.add(scaledAlpha);
        return scaled;
    }

    private boolean isCopy() {
        return x.isCopy() && y.isCopy();
    }

    private Plane scaled(PlaneScaling plane) {
        PartLoop.run(processors, blocks(y), () -> {
            BlockScaler scaler = new BlockScaler(across, down, strips);
            return block -> {
                int top = block * BlockScaler.ROWS;
                scaler.scale(plane, top, Math.min(BlockScaler.ROWS, y.count() - top));
            };
        });
        return plane.scaled();
    }

    private static int blocks(Axis y) {
        return (y.count() + BlockScaler.ROWS - 1) / BlockScaler.ROWS;
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
