package dev.understudy.codec.svg.geometry;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** The box that a shape fills exactly: that of its curves, not of their control points. */
public final class CurveBounds {

    private double left = Double.POSITIVE_INFINITY;
    private double top = Double.POSITIVE_INFINITY;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;
    private double x;
    private double y;

    private CurveBounds() {}

    /** The box; null for a shape without points. */
    public static @Nullable Rectangle2D of(Shape shape) {
        CurveBounds bounds = new CurveBounds();
        double[] c = new double[6];
        for (PathIterator segments = shape.getPathIterator(null); !segments.isDone(); segments.next()) {
            bounds.add(segments.currentSegment(c), c);
        }
        return bounds.left > bounds.right
                ? null
                : new Rectangle2D.Double(
                        bounds.left, bounds.top, bounds.right - bounds.left, bounds.bottom - bounds.top);
    }

    private void add(int kind, double[] c) {
        switch (kind) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> point(c[0], c[1]);
            case PathIterator.SEG_QUADTO ->
                cubic(
                        x + 2 * (c[0] - x) / 3,
                        y + 2 * (c[1] - y) / 3,
                        c[2] + 2 * (c[0] - c[2]) / 3,
                        c[3] + 2 * (c[1] - c[3]) / 3,
                        c[2],
                        c[3]);
            case PathIterator.SEG_CUBICTO -> cubic(c[0], c[1], c[2], c[3], c[4], c[5]);
            default -> {
                // closing leads to where the subpath has been
            }
        }
    }

    private void point(double toX, double toY) {
        x = toX;
        y = toY;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
    }

    private void cubic(double x1, double y1, double x2, double y2, double toX, double toY) {
        double fromX = x;
        double fromY = y;
        point(toX, toY);
        for (double t : extremes(fromX, x1, x2, toX)) {
            double value = at(t, fromX, x1, x2, toX);
            left = Math.min(left, value);
            right = Math.max(right, value);
        }
        for (double t : extremes(fromY, y1, y2, toY)) {
            double value = at(t, fromY, y1, y2, toY);
            top = Math.min(top, value);
            bottom = Math.max(bottom, value);
        }
    }

    /** Where the curve turns, brought into 0..1. */
    private static double[] extremes(double a, double b, double c, double d) {
        double square = -a + 3 * b - 3 * c + d;
        double linear = 2 * (a - 2 * b + c);
        double constant = b - a;
        if (Math.abs(square) < 1e-12 * (Math.abs(linear) + Math.abs(constant))) {
            return new double[] {inside(linear == 0 ? 0 : -constant / linear)};
        }
        double root = Math.sqrt(Math.max(0, linear * linear - 4 * square * constant));
        return square == 0
                ? new double[0]
                : new double[] {inside((-linear + root) / (2 * square)), inside((-linear - root) / (2 * square))};
    }

    private static double inside(double t) {
        return Math.max(0, Math.min(1, t));
    }

    private static double at(double t, double a, double b, double c, double d) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }
}
