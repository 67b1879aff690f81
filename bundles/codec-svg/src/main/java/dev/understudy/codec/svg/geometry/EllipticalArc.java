package dev.understudy.codec.svg.geometry;

import java.util.ArrayList;
import java.util.List;

/** An arc as path data has it, by its ends, as cubic curves of a quarter turn at most. */
final class EllipticalArc {

    private final double radiusX;
    private final double radiusY;
    private final double cosine;
    private final double sine;
    private final double centerX;
    private final double centerY;
    private final double start;
    private final double sweep;
    private final double endX;
    private final double endY;

    /**
     * An arc; its radii grow if they are too small to reach.
     *
     * @param rotation of the ellipse, in degrees
     * @param large whether the longer way round is taken
     * @param clockwise whether angles grow on the way
     */
    EllipticalArc(
            double x,
            double y,
            double rx,
            double ry,
            double rotation,
            boolean large,
            boolean clockwise,
            double toX,
            double toY) {
        cosine = Math.cos(Math.toRadians(rotation));
        sine = Math.sin(Math.toRadians(rotation));
        endX = toX;
        endY = toY;
        double halfX = (x - toX) / 2;
        double halfY = (y - toY) / 2;
        double px = cosine * halfX + sine * halfY;
        double py = cosine * halfY - sine * halfX;
        double lambda = px * px / (rx * rx) + py * py / (ry * ry);
        double grown = Math.max(1, Math.sqrt(lambda));
        radiusX = rx * grown;
        radiusY = ry * grown;
        double away = Math.sqrt(Math.max(0, 1 / Math.min(1, lambda) - 1)) * (large == clockwise ? -1 : 1);
        double cx = away * radiusX * py / radiusY;
        double cy = -away * radiusY * px / radiusX;
        centerX = cosine * cx - sine * cy + (x + toX) / 2;
        centerY = sine * cx + cosine * cy + (y + toY) / 2;
        start = Math.atan2((py - cy) / radiusY, (px - cx) / radiusX);
        double end = Math.atan2((-py - cy) / radiusY, (-px - cx) / radiusX);
        double turn = (end - start) % (2 * Math.PI);
        if (clockwise && turn < 0) {
            turn += 2 * Math.PI;
        } else if (!clockwise && turn > 0) {
            turn -= 2 * Math.PI;
        }
        sweep = turn;
    }

    /** The curves, each by two control points and its end. */
    List<double[]> curves() {
        int count = Math.max(1, (int) Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
        double step = sweep / count;
        double handle = 4.0 / 3 * Math.tan(step / 4);
        List<double[]> curves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double from = start + i * step;
            double to = from + step;
            double[] curve = new double[6];
            put(curve, 0, Math.cos(from) - handle * Math.sin(from), Math.sin(from) + handle * Math.cos(from));
            put(curve, 2, Math.cos(to) + handle * Math.sin(to), Math.sin(to) - handle * Math.cos(to));
            put(curve, 4, Math.cos(to), Math.sin(to));
            curves.add(curve);
        }
        curves.get(count - 1)[4] = endX;
        curves.get(count - 1)[5] = endY;
        return curves;
    }

    private void put(double[] curve, int at, double unitX, double unitY) {
        double x = unitX * radiusX;
        double y = unitY * radiusY;
        curve[at] = cosine * x - sine * y + centerX;
        curve[at + 1] = sine * x + cosine * y + centerY;
    }
}
