package dev.understudy.codec.svg.geometry;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An outline that is measured along its length, by lines that lie close to it. What is moved over has no length. */
public final class MeasuredPath {

    /** How far from the outline lines may lie, of its size. */
    private static final double FLATNESS = 1e-4;

    /** Curves are halved so often at most. */
    private static final int MOST_HALVINGS = 10;

    private final List<Line> lines = new ArrayList<>();
    private double length;

    /** A line from a point, at a distance from the start of the outline, in a direction. */
    private record Line(double from, double length, double x, double y, double angle) {}

    /** Measures an outline. */
    public MeasuredPath(Shape outline) {
        Rectangle2D box = outline.getBounds2D();
        double flatness = Math.max(Double.MIN_NORMAL, FLATNESS * Math.max(box.getWidth(), box.getHeight()));
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        PathIterator path = new FlatteningPathIterator(outline.getPathIterator(null), flatness, MOST_HALVINGS);
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(to);
            boolean closes = kind == PathIterator.SEG_CLOSE;
            double nextX = closes ? startX : to[0];
            double nextY = closes ? startY : to[1];
            if (kind == PathIterator.SEG_MOVETO) {
                startX = nextX;
                startY = nextY;
            } else {
                add(x, y, nextX - x, nextY - y);
            }
            x = nextX;
            y = nextY;
        }
    }

    private void add(double x, double y, double dx, double dy) {
        double more = Math.hypot(dx, dy);
        if (more > 0) {
            lines.add(new Line(length, more, x, y, Math.atan2(dy, dx)));
            length += more;
        }
    }

    /** The length in all. */
    public double length() {
        return length;
    }

    /** The way to the point at a distance from the start, with the x axis along the outline there; null beyond its ends. */
    public @Nullable AffineTransform place(double distance) {
        if (lines.isEmpty() || !(distance >= 0 && distance <= length)) {
            return null;
        }
        return place(lines.get(find(distance)), distance);
    }

    /** The same for the end; null for an outline without length. */
    public @Nullable AffineTransform end() {
        return place(length);
    }

    private static AffineTransform place(Line line, double distance) {
        double along = distance - line.from();
        AffineTransform place = AffineTransform.getTranslateInstance(
                line.x() + along * Math.cos(line.angle()), line.y() + along * Math.sin(line.angle()));
        place.rotate(line.angle());
        return place;
    }

    private int find(double distance) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).from() <= distance) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
