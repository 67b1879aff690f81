package dev.understudy.engine.path;

import dev.understudy.engine.layout.Affine;
import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.Projective;
import java.util.ArrayList;
import java.util.List;

/** A cubic Bézier curve from {@code x0,y0} to {@code x3,y3}. */
record CubicCurve(double x0, double y0, double x1, double y1, double x2, double y2, double x3, double y3) {

    /** Lines that a curve is drawn with at most. */
    private static final int MOST_LINES = 2048;

    /** How far those lines may leave the curve, in pixels. */
    private static final double DEVIATION = 0.02;

    /** Lines that a curve is made of where its mapping is no curve of this kind. */
    private static final int MAPPED_LINES = 64;

    /** A straight line, as a curve. */
    static CubicCurve line(double fromX, double fromY, double toX, double toY) {
        return new CubicCurve(fromX, fromY, fromX, fromY, toX, toY, toX, toY);
    }

    CubicCurve mapped(Affine mapping) {
        return new CubicCurve(
                mapping.x(x0, y0),
                mapping.y(x0, y0),
                mapping.x(x1, y1),
                mapping.y(x1, y1),
                mapping.x(x2, y2),
                mapping.y(x2, y2),
                mapping.x(x3, y3),
                mapping.y(x3, y3));
    }

    /** Lines near the mapped curve. */
    List<CubicCurve> mapped(Projective mapping) {
        List<CubicCurve> lines = new ArrayList<>();
        int count = lines() == 1 ? 1 : MAPPED_LINES;
        for (int i = 0; i < count; i++) {
            double fromX = x((double) i / count);
            double fromY = y((double) i / count);
            double toX = x((i + 1.0) / count);
            double toY = y((i + 1.0) / count);
            lines.add(line(mapping.x(fromX, fromY), mapping.y(fromX, fromY), mapping.x(toX, toY), mapping.y(toX, toY)));
        }
        return lines;
    }

    /**
     * How many straight lines of equal parameter are as good as the curve.
     *
     * <p>Source: G. Wang, The subdivision method for finding the intersection of two Bézier curves or surfaces, 1984.
     */
    int lines() {
        boolean straight = x0 == x1 && y0 == y1 && x2 == x3 && y2 == y3;
        double bend = Math.max(
                Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2), Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
        double count = Math.ceil(Math.sqrt(0.75 * bend / DEVIATION));
        return straight ? 1 : (int) Math.max(1, Math.min(MOST_LINES, count));
    }

    double x(double t) {
        return at(x0, x1, x2, x3, t);
    }

    double y(double t) {
        return at(y0, y1, y2, y3, t);
    }

    /** The smallest upright rectangle around it. */
    Box bounds() {
        double[] x = range(x0, x1, x2, x3);
        double[] y = range(y0, y1, y2, y3);
        return new Box(x[0], y[0], x[1], y[1]);
    }

    /** The smallest upright rectangle around its control points, which holds it. */
    Box hull() {
        return new Box(
                Math.min(Math.min(x0, x1), Math.min(x2, x3)),
                Math.min(Math.min(y0, y1), Math.min(y2, y3)),
                Math.max(Math.max(x0, x1), Math.max(x2, x3)),
                Math.max(Math.max(y0, y1), Math.max(y2, y3)));
    }

    private static double at(double a, double b, double c, double d, double t) {
        double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    }

    /** The least and the greatest of one coordinate: at the ends, or where it turns. */
    private static double[] range(double a, double b, double c, double d) {
        double low = Math.min(a, d);
        double high = Math.max(a, d);
        double p = -a + 3 * b - 3 * c + d;
        double q = 2 * (a - 2 * b + c);
        double r = b - a;
        double root = Math.sqrt(q * q - 4 * p * r);
        double half = -0.5 * (q + Math.copySign(root, q));
        for (double t : new double[] {half / p, r / half}) {
            if (t > 0 && t < 1) {
                low = Math.min(low, at(a, b, c, d, t));
                high = Math.max(high, at(a, b, c, d, t));
            }
        }
        return new double[] {low, high};
    }
}
