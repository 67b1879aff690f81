package dev.understudy.engine.plan;

/**
 * Two coordinates, in pixels or normalized.
 *
 * @param x to the right
 * @param y down
 * @param normalized whether 1 is the whole width or height of what they refer to
 */
public record Point(double x, double y, boolean normalized) {

    public static final Point ZERO = new Point(0, 0, true);

    public Point {
        x += 0.0;
        y += 0.0;
    }
}
