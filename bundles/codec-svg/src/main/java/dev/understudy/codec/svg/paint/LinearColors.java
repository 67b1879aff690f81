package dev.understudy.codec.svg.paint;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * The colors of a linear gradient.
 *
 * @param stops along a line
 * @param spread before and behind it
 * @param toGradient from the image to coordinates in which the line goes from 0,0 to 1,0
 */
record LinearColors(Stops stops, Spread spread, AffineTransform toGradient) implements PixelPaint.PlaceColors {

    @Override
    public int at(double x, double y) {
        return stops.at(
                spread.inside(toGradient.getScaleX() * x + toGradient.getShearX() * y + toGradient.getTranslateX()));
    }

    /** From 0,0 and 1,0 to the ends of a line. */
    static AffineTransform along(Point2D from, Point2D to) {
        double x = to.getX() - from.getX();
        double y = to.getY() - from.getY();
        return new AffineTransform(x, y, -y, x, from.getX(), from.getY());
    }
}
