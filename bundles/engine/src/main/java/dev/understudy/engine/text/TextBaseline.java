package dev.understudy.engine.text;

import dev.understudy.engine.plan.PathData;
import dev.understudy.engine.plan.PathSection;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** A curve on which text stands, measured along its length, in pixels. */
final class TextBaseline {

    /** How far from a curve the lines may be that stand for it. */
    private static final double FLATNESS = 0.02;

    private final List<Point2D> points = new ArrayList<>();
    private final List<Double> distances = new ArrayList<>();
    private final boolean closed;
    private final PathSection section;

    private TextBaseline(PathData.Subpath subpath, PathSection section) {
        this.section = section;
        closed = subpath.closed();
        double[] point = new double[6];
        for (PathIterator at = SubpathOutline.of(subpath, closed).getPathIterator(null, FLATNESS);
                !at.isDone();
                at.next()) {
            if (at.currentSegment(point) != PathIterator.SEG_CLOSE) {
                add(point[0], point[1]);
            }
        }
    }

    /** The curves of a path that have a length, in their order. */
    static List<TextBaseline> of(PathData path, PathSection section) {
        return path.subpaths().stream()
                .map(subpath -> new TextBaseline(subpath, section))
                .filter(line -> line.total() > 0)
                .toList();
    }

    private void add(double x, double y) {
        Point2D next = new Point2D.Double(x, y);
        double step = points.isEmpty() ? 0 : next.distance(points.get(points.size() - 1));
        if (points.isEmpty() || step > 0) {
            distances.add(points.isEmpty() ? 0 : total() + step);
            points.add(next);
        }
    }

    private double total() {
        return distances.get(distances.size() - 1);
    }

    /** How much text has room on it. */
    double length() {
        return (section.end() - section.start()) * total();
    }

    /**
     * Moves what stands upright on the origin to the curve, and turns it as the curve runs there.
     *
     * @param from where it begins, as a distance from the start of the text
     * @param to where it ends; its middle comes to lie on the curve
     */
    AffineTransform place(double from, double to) {
        Point2D middle = point((from + to) / 2);
        Point2D before = point(from);
        Point2D after = point(to);
        AffineTransform place = AffineTransform.getTranslateInstance(middle.getX(), middle.getY());
        if (before.distance(after) > 0) {
            place.rotate(after.getX() - before.getX(), after.getY() - before.getY());
        }
        return place;
    }

    /** A point of the curve; beyond the ends of an open one it goes straight on. */
    private Point2D point(double distance) {
        double along = section.reversed() ? section.end() * total() - distance : section.start() * total() + distance;
        if (closed) {
            along -= Math.floor(along / total()) * total();
        }
        int next = next(along);
        Point2D from = points.get(next - 1);
        Point2D to = points.get(next);
        double start = distances.get(next - 1);
        double share = (along - start) / (distances.get(next) - start);
        return new Point2D.Double(
                from.getX() + share * (to.getX() - from.getX()), from.getY() + share * (to.getY() - from.getY()));
    }

    /** The first of the points behind a distance; the last of all for what lies behind them. */
    private int next(double along) {
        int low = 1;
        int high = points.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (distances.get(middle) < along) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
