package dev.understudy.codec.svg.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** The colors of a radial gradient: circles from a focal one to an outer one. */
final class RadialColors implements PixelPaint.PlaceColors {

    /** How near to the outer circle the focus may be, as a part of the radius. */
    private static final double NEAREST = 1 - 1e-6;

    private final Stops stops;
    private final Spread spread;
    private final AffineTransform toGradient;
    private final double focusX;
    private final double focusY;
    private final double deltaX;
    private final double deltaY;
    private final double innerRadius;
    private final double deltaRadius;
    private final Point2D.Double point = new Point2D.Double();

    /** The colors of a gradient; a focus outside of the circle is brought to its edge. */
    RadialColors(Stops stops, Spread spread, AffineTransform toGradient, Circle outer, Circle focal) {
        this.stops = stops;
        this.spread = spread;
        this.toGradient = toGradient;
        double x = focal.x() - outer.x();
        double y = focal.y() - outer.y();
        double distance = Math.hypot(x, y);
        double most = Math.max(0, outer.radius() - focal.radius()) * NEAREST;
        double nearer = distance > most ? most / distance : 1;
        focusX = outer.x() + x * nearer;
        focusY = outer.y() + y * nearer;
        deltaX = outer.x() - focusX;
        deltaY = outer.y() - focusY;
        innerRadius = focal.radius();
        deltaRadius = outer.radius() - focal.radius();
    }

    /** A circle by its center and radius. */
    record Circle(double x, double y, double radius) {}

    @Override
    public int at(double x, double y) {
        point.setLocation(x, y);
        toGradient.transform(point, point);
        double px = point.x - focusX;
        double py = point.y - focusY;
        double a = deltaX * deltaX + deltaY * deltaY - deltaRadius * deltaRadius;
        double b = px * deltaX + py * deltaY + innerRadius * deltaRadius;
        double c = px * px + py * py - innerRadius * innerRadius;
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        // a is below 0, since the focal circle lies within the outer one
        return stops.at(spread.inside((b - root) / a));
    }
}
