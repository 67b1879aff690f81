package dev.understudy.engine.text;

import dev.understudy.engine.layout.Box;
import dev.understudy.image.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Text as shapes that are filled, in pixels.
 *
 * @param shapes in the order in which they are drawn
 */
record TextOutlines(List<ColoredShape> shapes) implements TextDrawing {

    TextOutlines {
        shapes = List.copyOf(shapes);
    }

    /** A shape of one color. */
    record ColoredShape(Shape shape, Color color) {}

    @Override
    public void draw(Graphics2D graphics) {
        for (ColoredShape colored : shapes) {
            Color color = colored.color();
            graphics.setColor(new java.awt.Color(color.red(), color.green(), color.blue(), color.alpha()));
            graphics.fill(colored.shape());
        }
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
