package dev.understudy.engine.imagemap;

import dev.understudy.engine.layout.Box;
import dev.understudy.engine.layout.ConvexPolygon;
import dev.understudy.engine.layout.Projective;
import dev.understudy.engine.layout.Vertex;
import java.util.List;
import java.util.stream.IntStream;

/** The shape of an area. Coordinates are those of pixel edges. */
public sealed interface AreaShape {

    /** The shape where a mapping brings it; an area without a shape has none to be mapped. */
    AreaShape mapped(Projective mapping);

    /** The part of the shape in a rectangle. */
    AreaShape within(Box box);

    /** Whether there is nothing of the shape. */
    boolean isEmpty();

    /** All of whatever the area belongs to. */
    record Whole() implements AreaShape {

        @Override
        public AreaShape mapped(Projective mapping) {
            return this;
        }

        @Override
        public AreaShape within(Box box) {
            return new Rectangle(box);
        }

        @Override
        public boolean isEmpty() {
            return false;
        }
    }

    /**
     * An upright rectangle.
     *
     * @param box its edges
     */
    record Rectangle(Box box) implements AreaShape {

        @Override
        public AreaShape mapped(Projective mapping) {
            List<Vertex> corners = ConvexPolygon.of(box).mapped(mapping).vertices();
            boolean upright = isUpright(corners.get(0), corners.get(1))
                    && isUpright(corners.get(1), corners.get(2))
                    && isUpright(corners.get(2), corners.get(3));
            ConvexPolygon polygon = new ConvexPolygon(corners);
            return upright ? new Rectangle(polygon.bounds()) : new Polygon(polygon);
        }

        private static boolean isUpright(Vertex a, Vertex b) {
            return Math.abs(a.x() - b.x()) < NEAR || Math.abs(a.y() - b.y()) < NEAR;
        }

        @Override
        public AreaShape within(Box other) {
            double left = Math.max(box.left(), other.left());
            double top = Math.max(box.top(), other.top());
            return new Rectangle(new Box(
                    left,
                    top,
                    Math.max(left, Math.min(box.right(), other.right())),
                    Math.max(top, Math.min(box.bottom(), other.bottom()))));
        }

        @Override
        public boolean isEmpty() {
            return Math.round(box.left()) >= Math.round(box.right())
                    || Math.round(box.top()) >= Math.round(box.bottom());
        }
    }

    /**
     * Any other shape with straight edges.
     *
     * @param outline its corners
     */
    record Polygon(ConvexPolygon outline) implements AreaShape {

        @Override
        public AreaShape mapped(Projective mapping) {
            return new Polygon(outline.mapped(mapping));
        }

        @Override
        public AreaShape within(Box box) {
            return new Polygon(outline.within(box));
        }

        @Override
        public boolean isEmpty() {
            return outline.vertices().stream()
                            .map(vertex -> List.of(Math.round(vertex.x()), Math.round(vertex.y())))
                            .distinct()
                            .count()
                    < CORNERS;
        }
    }

    /**
     * A circle, which any mapping makes a polygon.
     *
     * @param x its center
     * @param y likewise
     * @param radius its radius
     */
    record Circle(double x, double y, double radius) implements AreaShape {

        private static final int CORNERS_OF_CIRCLE = 32;

        private Polygon polygon() {
            return new Polygon(new ConvexPolygon(IntStream.range(0, CORNERS_OF_CIRCLE)
                    .mapToObj(corner -> 2 * Math.PI * corner / CORNERS_OF_CIRCLE)
                    .map(angle -> new Vertex(x + radius * Math.cos(angle), y + radius * Math.sin(angle)))
                    .toList()));
        }

        @Override
        public AreaShape mapped(Projective mapping) {
            return polygon().mapped(mapping);
        }

        @Override
        public AreaShape within(Box box) {
            return polygon().within(box);
        }

        @Override
        public boolean isEmpty() {
            return polygon().isEmpty();
        }
    }

    /** Lengths that nobody sees. */
    double NEAR = 1e-6;

    /** The corners that a polygon has at least. */
    int CORNERS = 3;
}
