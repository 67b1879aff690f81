package dev.understudy.engine.text;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;

/**
 * A line under letters, in points from their base line downwards.
 *
 * @param top its upper edge
 * @param bottom its lower edge
 */
record Underline(double top, double bottom) {

    /** The line that a font has. */
    static Underline of(Font font, FontRenderContext context) {
        LineMetrics metrics = font.getLineMetrics("x", context);
        double middle = metrics.getUnderlineOffset();
        double half = metrics.getUnderlineThickness() / 2;
        return new Underline(middle - half, middle + half);
    }

    /** The place of the line under letters that begin at 0. */
    Rectangle2D place(double left, double right) {
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    /** Letters, which have been placed, and the line under them as one shape. */
    Shape joined(Shape letters, double left, double right, AffineTransform place) {
        Area all = new Area(letters);
        all.add(new Area(place.createTransformedShape(place(left, right))));
        return all;
    }
}
