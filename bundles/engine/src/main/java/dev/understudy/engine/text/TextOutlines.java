package dev.understudy.engine.text;

import dev.understudy.engine.layout.Box;
import dev.understudy.image.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Text as shapes that are filled, in pixels.
 *
 * @param shapes in the order in which they are drawn
 */
record TextOutlines(List<ColoredShape> shapes) {

    TextOutlines {
        shapes = List.copyOf(shapes);
    }

    /** A shape of one color. */
    record ColoredShape(Shape shape, Color color) {}

    /** The same elsewhere. */
    TextOutlines moved(double dx, double dy) {
        AffineTransform move = AffineTransform.getTranslateInstance(dx, dy);
        return new TextOutlines(shapes.stream()
                .map(colored -> new ColoredShape(move.createTransformedShape(colored.shape()), colored.color()))
                .toList());
    }

    /** The smallest upright rectangle around all ink; empty at 0,0 where there is none. */
    Box bounds() {
        Rectangle2D all = new Rectangle2D.Double();
        boolean first = true;
        for (ColoredShape colored : shapes) {
            Rectangle2D bounds = colored.shape().getBounds2D();
            if (!bounds.isEmpty()) {
                all = first ? bounds : all.createUnion(bounds);
                first = false;
            }
        }
        return new Box(all.getMinX(), all.getMinY(), all.getMaxX(), all.getMaxY());
    }
}
