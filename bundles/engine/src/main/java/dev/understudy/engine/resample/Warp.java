package dev.understudy.engine.resample;

import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.layout.LocalMapping;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.work.Interruption;
import dev.understudy.failure.ServeException;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Region;
import dev.understudy.image.Samples;
import java.util.List;

/**
 * Draws an image through a mapping that turns, slants or bends it. Pixels that its outline cuts are as opaque as they lie within,
 * and take their color from that part of them. For one thread.
 */
public final class Warp {

    private static final double EPSILON = 1e-3;

    private final Projective toSource;
    private final OutlineCoverage outline;
    private final WarpSampler sampler;
    private final LocalMapping near = new LocalMapping();

    /** Irregular places are counted from the corner of the outline, so that they are the same in any window. */
    private final int firstColumn;

    private final int firstRow;

    /**
     * A mapping of an image.
     *
     * @param source RGB with alpha
     * @param toSource from the window to {@code source}
     * @param outline what the image covers of the window
     * @param sampling how its pixels are found
     */
    public Warp(Pixels source, Projective toSource, ConvexPolygon outline, WarpSampling sampling) {
        this.toSource = toSource;
        this.outline = new OutlineCoverage(outline);
        firstColumn = first(outline.bounds().left());
        firstRow = first(outline.bounds().top());
        sampler = new WarpSampler(source, sampling);
    }

    /** The pixel that an edge lies in, also if arithmetic left the edge a little before it. */
    private static int first(double edge) {
        return (int) Math.floor(edge + EPSILON);
    }

    /** Bytes that {@link #draw} takes beside what it is given, at most. */
    public static long memory(Region source, Region part, WarpSampling sampling) {
        return Pyramid.memory(source.area(), sampling.levels()) + part.area() * 4;
    }

    /**
     * A part of the window.
     *
     * @param part what is wanted; not empty
     * @throws ServeException when the request has been given up meanwhile
     */
    public Pixels draw(Region part) throws ServeException {
        byte[][] out = new byte[4][Math.multiplyExact(part.width(), part.height())];
        for (int row = 0, at = 0; row < part.height(); row++) {
            Interruption.check();
            for (int column = 0; column < part.width(); column++, at++) {
                draw(part.x() + column, part.y() + row, out, at);
            }
        }
        return new Pixels(
                Samples.RGB,
                List.of(plane(part, out[0]), plane(part, out[1]), plane(part, out[2])),
                plane(part, out[3]),
                null);
    }

    private void draw(int x, int y, byte[][] out, int at) {
        double covered = sampler.hard() ? outline.holdsCenter(x, y) : outline.cover(x, y);
        if (covered > 0) {
            near.of(toSource, outline.x(), outline.y());
            sampler.sum(near, outline.x(), outline.y(), x - firstColumn, y - firstRow)
                    .store(out, at, covered);
        }
    }

    private static Plane plane(Region part, byte[] samples) {
        return new Plane(part.width(), part.height(), samples);
    }
}
