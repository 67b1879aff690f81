package dev.understudy.engine.plan;

import java.util.List;

/**
 * A quadrilateral that a layer is made to fill, in the coordinates of the composite.
 *
 * <p>Source: the reference's page on perspective.
 *
 * @param corners where the layer's upper left, upper right, lower right and lower left corner come
 * @param resampling how its pixels are found
 * @param jitter how far {@link Resampling#JITTERED} samples leave their places, in percent; 0 for all others
 */
public record Perspective(List<Point> corners, Resampling resampling, int jitter) {

    /** Sines below this are those of three corners on one line. */
    private static final double STRAIGHT = 1e-9;

    public Perspective {
        corners = List.copyOf(corners);
        if (corners.size() != 4) {
            throw new IllegalArgumentException("a quadrilateral of " + corners.size() + " corners");
        }
    }

    /** How the pixels of the layer are found. */
    public enum Resampling {
        /** The nearest pixel of the layer. */
        NEAREST,
        /** The four nearest pixels, by their distance. */
        BILINEAR,
        /** The mean of the area that a pixel covers. */
        SUPERSAMPLED,
        /** The same at irregular places. */
        JITTERED
    }

    /**
     * Whether a layer can fill it: each corner turns the same way, so that it is neither concave nor crossed nor flat. It may
     * be mirrored. Whether it is does not depend on the unit of the coordinates.
     */
    public boolean isConvex() {
        double first = turn(0);
        for (int i = 0; i < corners.size(); i++) {
            if (!(Math.abs(turn(i)) > STRAIGHT) || turn(i) > 0 != first > 0) {
                return false;
            }
        }
        return true;
    }

    /** The sine of the angle by which the outline turns at a corner; not a number where two corners coincide. */
    private double turn(int corner) {
        Point before = corners.get((corner + 3) % 4);
        Point at = corners.get(corner);
        Point after = corners.get((corner + 1) % 4);
        double inX = at.x() - before.x();
        double inY = at.y() - before.y();
        double outX = after.x() - at.x();
        double outY = after.y() - at.y();
        double in = Math.hypot(inX, inY);
        double out = Math.hypot(outX, outY);
        return inX / in * (outY / out) - inY / in * (outX / out);
    }
}
