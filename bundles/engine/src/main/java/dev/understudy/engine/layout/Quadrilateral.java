package dev.understudy.engine.layout;

import dev.understudy.engine.plan.Perspective;
import dev.understudy.engine.plan.Point;
import dev.understudy.failure.ServeException;
import dev.understudy.image.PixelSize;
import dev.understudy.image.Region;
import java.util.ArrayList;
import java.util.List;

/**
 * The quadrilateral of {@code perspective=} on the canvas.
 *
 * <p>Source: the reference's page on perspective.
 *
 * @param corners in pixels of the canvas; upper left, upper right, lower right and lower left of the layer
 */
record Quadrilateral(List<Vertex> corners) {

    /**
     * The quadrilateral of a layer.
     *
     * @param canvas what normalized coordinates refer to
     * @throws ServeException {@code size.limit} when it is too large
     */
    static Quadrilateral of(Perspective perspective, int layer, PixelSize canvas) throws ServeException {
        List<Vertex> corners = new ArrayList<>();
        for (Point corner : perspective.corners()) {
            double x = corner.x() * (corner.normalized() ? canvas.width() : 1);
            double y = corner.y() * (corner.normalized() ? canvas.height() : 1);
            PixelLengths.size("The distance to a corner of layer " + layer, Math.abs(x), Math.abs(y));
            corners.add(new Vertex(x, y));
        }
        return new Quadrilateral(corners);
    }

    /** The mapping of a rectangle from 0,0 that fills it. */
    Projective filledBy(double width, double height) {
        return Projective.onto(corners, width, height);
    }

    /** The whole pixels around it. */
    Region bounds() {
        return new ConvexPolygon(corners).touched();
    }

    /** The same elsewhere. */
    Quadrilateral moved(double dx, double dy) {
        return new Quadrilateral(corners.stream()
                .map(corner -> new Vertex(corner.x() + dx, corner.y() + dy))
                .toList());
    }
}
