package dev.understudy.engine.resample;

import dev.understudy.image.IdleProcessors;
import dev.understudy.image.PartLoop;
import dev.understudy.image.Plane;
import dev.understudy.image.ResMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scales planes in one go to the wanted samples, by two straight passes of weighted sums: first down the columns, then,
 * with rows and columns exchanged block by block, along the rows. Works on values as they are stored, as this protocol's
 * servers do, without making light linear first. For one thread, which processors that are idle may help.
 */
public final class Resampler {

    private final Axis x;
    private final Axis y;
    private final IdleProcessors processors;

    /** Null where samples are wanted as they are. */
    private final @Nullable ScalingWeights weights;

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
        weights = x.isCopy() && y.isCopy() ? null : ScalingWeights.of(x, y, Kernel.of(mode));
    }

    /** The number of samples around a wanted place that a mode may look at, when samples are wanted {@code step} apart. */
    public static double reach(ResMode mode, double step) {
        return Kernel.of(mode).radius() * Math.max(1, step);
    }

    /** Bytes that such a resampler takes beside the planes, at most, helpers included. */
    static long memory(Axis x, Axis y, ResMode mode) {
        Kernel kernel = Kernel.of(mode);
        int blocks = Math.min(1 + PartLoop.MOST_HELPERS, BlockScaler.blocks(y.count()));
        return blocks * BlockScaler.memory(x, y, kernel) + Taps.memory(x, kernel) + Taps.memory(y, kernel);
    }

    /** The wanted samples of a plane. */
    public Plane scale(Plane plane) {
        PlaneScalings alone = new PlaneScalings();
        add(plane, alone);
        return alone.run(processors).get(0);
    }

    /** Adds a plane to those that are scaled together. */
    void add(Plane plane, PlaneScalings scalings) {
        if (weights == null) {
            scalings.add(copy(plane));
        } else {
            scalings.add(weights, new PlaneScaling(plane, null, null, x.count(), y.count()));
        }
    }

    /**
     * The wanted samples of color planes and of their alpha plane, which comes last in the result. Colors count as much
     * as they are opaque.
     */
    public List<Plane> scale(List<Plane> colors, Plane alpha) {
        PlaneScalings first = new PlaneScalings();
        PlaneScalings others = new PlaneScalings();
        if (weights == null) {
            colors.forEach(color -> others.add(copy(color)));
            first.add(copy(alpha));
        } else {
            float[] coverage = new float[Math.multiplyExact(x.count(), y.count())];
            first.add(weights, new PlaneScaling(alpha, null, coverage, x.count(), y.count()));
            colors.forEach(
                    color -> others.add(weights, new PlaneScaling(color, alpha, coverage, x.count(), y.count())));
        }
        List<Plane> scaledAlpha = first.run(processors);
        return Stream.concat(others.run(processors).stream(), scaledAlpha.stream())
                .toList();
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
