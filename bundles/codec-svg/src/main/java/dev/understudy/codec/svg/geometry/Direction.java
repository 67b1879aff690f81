package dev.understudy.codec.svg.geometry;

/**
 * Where a segment of an outline leads.
 *
 * @param x of any length, as y is
 * @param y both are 0 for a segment that leads nowhere
 */
record Direction(double x, double y) {

    static final Direction NONE = new Direction(0, 0);

    boolean isNone() {
        return x == 0 && y == 0;
    }

    double angle() {
        return Math.atan2(y, x);
    }

    /** The same direction, or another one where it leads nowhere. */
    Direction or(Direction other) {
        return isNone() ? other : this;
    }
}
