package dev.understudy.engine.layout;

import dev.understudy.image.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * A convex area with straight edges.
 *
 * @param vertices its corners in order, none when it is empty
 */
public record ConvexPolygon(List<Vertex> vertices) {

    public ConvexPolygon {
        vertices = List.copyOf(vertices);
    }

    /** The corners of a rectangle, from the upper left one clockwise. */
    public static ConvexPolygon of(Box box) {
        return new ConvexPolygon(List.of(
                new Vertex(box.left(), box.top()),
                new Vertex(box.right(), box.top()),
                new Vertex(box.right(), box.bottom()),
                new Vertex(box.left(), box.bottom())));
    }

    /** The mapped area, which has to lie on one side of the mapping's horizon. */
    public ConvexPolygon mapped(Projective mapping) {
        return new ConvexPolygon(vertices.stream().map(mapping::map).toList());
    }

    /** What of it lies in a rectangle. */
    public ConvexPolygon within(Box box) {
        return above(1, 0, box.left())
                .above(-1, 0, -box.right())
                .above(0, 1, box.top())
                .above(0, -1, -box.bottom());
    }

    /**
     * What of it lies well before the horizon of a mapping: no nearer than half way from a rectangle, all of which lies before it.
     */
    ConvexPolygon before(Projective mapping, Box known) {
        double sign = Math.signum(mapping.w(known.left(), known.top()));
        double nearest = of(known).vertices().stream()
                .mapToDouble(corner -> sign * mapping.w(corner.x(), corner.y()))
                .min()
                .orElseThrow();
        return above(sign * mapping.wx(), sign * mapping.wy(), nearest / 2 - sign * mapping.ww());
    }

    /** Whether there is nothing of it. */
    public boolean isEmpty() {
        return vertices.isEmpty();
    }

    /** The smallest upright rectangle around it, which must not be empty. */
    public Box bounds() {
        return new Box(
                vertices.stream().mapToDouble(Vertex::x).min().orElseThrow(),
                vertices.stream().mapToDouble(Vertex::y).min().orElseThrow(),
                vertices.stream().mapToDouble(Vertex::x).max().orElseThrow(),
                vertices.stream().mapToDouble(Vertex::y).max().orElseThrow());
    }

    /** The area, and the center of that. */
    public Center center() {
        double doubled = 0;
        double x = 0;
        double y = 0;
        Vertex origin = vertices.get(0);
        for (int i = 1; i + 1 < vertices.size(); i++) {
            Vertex a = vertices.get(i);
            Vertex b = vertices.get(i + 1);
            double triangle = (a.x() - origin.x()) * (b.y() - origin.y()) - (b.x() - origin.x()) * (a.y() - origin.y());
            doubled += triangle;
            x += triangle * (origin.x() + a.x() + b.x()) / 3;
            y += triangle * (origin.y() + a.y() + b.y()) / 3;
        }
        return doubled == 0
                ? new Center(0, origin.x(), origin.y())
                : new Center(Math.abs(doubled) / 2, x / doubled, y / doubled);
    }

    /** The whole pixels that it touches. */
    public Region touched() {
        return bounds().touched(0);
    }

    /**
     * An area and its center.
     *
     * @param area how large it is
     * @param x the center of gravity
     * @param y likewise
     */
    public record Center(double area, double x, double y) {}

    /** The part where {@code nx*x + ny*y >= limit}. */
    private ConvexPolygon above(double nx, double ny, double limit) {
        List<Vertex> kept = new ArrayList<>(vertices.size() + 1);
        for (int i = 0; i < vertices.size(); i++) {
            Vertex from = vertices.get(i);
            Vertex to = vertices.get((i + 1) % vertices.size());
            double start = nx * from.x() + ny * from.y() - limit;
            double end = nx * to.x() + ny * to.y() - limit;
            if (start >= 0) {
                kept.add(from);
            }
            if (start >= 0 != end >= 0) {
                double share = start / (start - end);
                kept.add(new Vertex(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
            }
        }
        return new ConvexPolygon(kept);
    }
}
