package dev.understudy.codec.svg.geometry;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Collects the segments of an outline, and its vertices with the directions of the segments beside them. */
final class OutlineBuilder {

    private final Path2D.Double path = new Path2D.Double();
    private final List<PathVertex> vertices = new ArrayList<>();
    private int subpath;
    private double x;
    private double y;

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    void moveTo(double toX, double toY) {
        path.moveTo(toX, toY);
        subpath = vertices.size();
        arrive(toX, toY, Direction.NONE);
    }

    void lineTo(double toX, double toY) {
        Direction direction = new Direction(toX - x, toY - y);
        path.lineTo(toX, toY);
        leave(direction);
        arrive(toX, toY, direction);
    }

    void quadTo(double controlX, double controlY, double toX, double toY) {
        curveTo(
                x + 2 * (controlX - x) / 3,
                y + 2 * (controlY - y) / 3,
                toX + 2 * (controlX - toX) / 3,
                toY + 2 * (controlY - toY) / 3,
                toX,
                toY);
    }

    void curveTo(double x1, double y1, double x2, double y2, double toX, double toY) {
        Direction chord = new Direction(toX - x, toY - y);
        Direction first = new Direction(x1 - x, y1 - y);
        Direction second = new Direction(x2 - x, y2 - y);
        Direction last = new Direction(toX - x2, toY - y2);
        Direction beforeLast = new Direction(toX - x1, toY - y1);
        path.curveTo(x1, y1, x2, y2, toX, toY);
        leave(first.or(second).or(chord));
        arrive(toX, toY, last.or(beforeLast).or(chord));
    }

    /** An elliptical arc, whose parts have no vertices between them. */
    void arcTo(EllipticalArc arc) {
        Direction start = Direction.NONE;
        Direction end = Direction.NONE;
        for (double[] c : arc.curves()) {
            Direction first = new Direction(
                    c[0] - path.getCurrentPoint().getX(),
                    c[1] - path.getCurrentPoint().getY());
            start = start.or(first);
            end = new Direction(c[4] - c[2], c[5] - c[3]);
            path.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        }
        leave(start);
        arrive(path.getCurrentPoint().getX(), path.getCurrentPoint().getY(), end);
    }

    /** Closes the subpath; what follows without a move begins where it began. */
    void close() {
        PathVertex start = vertices.get(subpath);
        Direction closing = new Direction(start.x() - x, start.y() - y)
                .or(vertices.get(vertices.size() - 1).in());
        path.closePath();
        leave(closing);
        vertices.set(
                subpath,
                new PathVertex(
                        start.x(), start.y(), closing, vertices.get(subpath).out()));
        arrive(start.x(), start.y(), closing);
        leave(start.out());
    }

    private void leave(Direction direction) {
        int last = vertices.size() - 1;
        PathVertex vertex = vertices.get(last);
        vertices.set(last, new PathVertex(vertex.x(), vertex.y(), vertex.in(), direction));
    }

    private void arrive(double toX, double toY, Direction direction) {
        vertices.add(new PathVertex(toX, toY, direction, Direction.NONE));
        x = toX;
        y = toY;
    }

    ShapeOutline build() {
        return new ShapeOutline(path, List.copyOf(vertices));
    }
}
