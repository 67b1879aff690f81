package dev.understudy.codec.svg.geometry;

/**
 * A place of an outline where a segment begins or ends, which can have a marker.
 *
 * @param x its coordinates
 * @param y likewise
 * @param in the direction in which the outline arrives
 * @param out the direction in which it goes on
 */
public record PathVertex(double x, double y, Direction in, Direction out) {

    /** The angle of a marker that is turned with the outline, in radians: halfway between both directions. */
    public double angle() {
        if (in.isNone() || out.isNone()) {
            return in.isNone() ? out.angle() : in.angle();
        }
        double turn = out.angle() - in.angle();
        if (turn > Math.PI) {
            turn -= 2 * Math.PI;
        } else if (turn <= -Math.PI) {
            turn += 2 * Math.PI;
        }
        return in.angle() + turn / 2;
    }
}
