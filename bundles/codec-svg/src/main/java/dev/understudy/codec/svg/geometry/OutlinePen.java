package dev.understudy.codec.svg.geometry;

import java.util.List;

/** Draws outlines of straight lines and of quarters of one ellipse. */
public final class OutlinePen {

    /** How far a cubic curve's handles reach for a quarter of a circle, as a part of the radius. */
    private static final double HANDLE = 0.5522847498307936;

    private final OutlineBuilder outline = new OutlineBuilder();
    private final double rx;
    private final double ry;

    /** A pen whose quarters have these radii; corners are sharp if they are 0. */
    public OutlinePen(double rx, double ry) {
        this.rx = rx;
        this.ry = ry;
    }

    /** Points that are joined by lines, each by two coordinates. */
    public static ShapeOutline joined(List<Double> points, boolean closed) {
        if (points.isEmpty()) {
            return ShapeOutline.EMPTY;
        }
        OutlineBuilder outline = new OutlineBuilder();
        outline.moveTo(points.get(0), points.get(1));
        for (int i = 2; i < points.size(); i += 2) {
            outline.lineTo(points.get(i), points.get(i + 1));
        }
        if (closed) {
            outline.close();
        }
        return outline.build();
    }

    /** The radius across. */
    public double rx() {
        return rx;
    }

    /** The radius down. */
    public double ry() {
        return ry;
    }

    /** Begins. */
    public void moveTo(double x, double y) {
        outline.moveTo(x, y);
    }

    /** A line to a corner, and a quarter around it to {@code toX}, {@code toY}. */
    public void corner(double x, double y, double toX, double toY) {
        if (x != outline.x() || y != outline.y()) {
            outline.lineTo(x, y);
        }
        if (rx > 0) {
            quarter(x, y, toX, toY);
        }
    }

    /** A quarter of the ellipse, clockwise as one sees it. */
    public void quarter(double x, double y, double toX, double toY) {
        boolean level = isLevelFirst(toX - x, toY - y);
        double handleX = (toX - x) * HANDLE;
        double handleY = (toY - y) * HANDLE;
        if (level) {
            outline.curveTo(x + handleX, y, toX, toY - handleY, toX, toY);
        } else {
            outline.curveTo(x, y + handleY, toX - handleX, toY, toX, toY);
        }
    }

    /** Whether a clockwise quarter begins level: those to the right and down, and to the left and up, do. */
    private static boolean isLevelFirst(double dx, double dy) {
        return dx * dy > 0;
    }

    /** The outline, closed. */
    public ShapeOutline close() {
        outline.close();
        return outline.build();
    }
}
