package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.awt.geom.Rectangle2D;

/** Paints images that stand in the file itself. */
final class ImagePainter {

    /** Where an image lies, in its own coordinates. */
    static Rectangle2D place(Scope scope) {
        Viewport viewport = scope.viewport();
        return new Rectangle2D.Double(
                viewport.x(scope.style(), "x"),
                viewport.y(scope.style(), "y"),
                Math.max(0, viewport.x(scope.style(), "width")),
                Math.max(0, viewport.y(scope.style(), "height")));
    }

    void paint(Surface surface, SvgElement element, Scope scope) {
        throw SvgRefusal.of(element, "images in an image");
    }
}
