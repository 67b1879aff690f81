package dev.understudy.engine.text;

import dev.understudy.image.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of set text, in points.
 *
 * @param segments its characters, from left to right
 * @param share how much of the room that is left beside it is on its left
 * @param width how far ink and advance reach
 * @param ascent from its top to the base line
 * @param height from its top to the top of the next
 */
record TextLine(List<Segment> segments, double share, double width, double ascent, double height) {

    /**
     * A part of a line that stands on one base line.
     *
     * @param layout its characters
     * @param rise how far its base line is above that of the line
     * @param color of all of them
     */
    record Segment(TextLayout layout, double rise, Color color) {}

    /** A line of at least one segment. */
    static TextLine of(List<Segment> segments, double share) {
        double x = 0;
        double width = 0;
        double ascent = 0;
        double below = 0;
        for (Segment segment : segments) {
            TextLayout layout = segment.layout();
            // blanks at its end are on its left when it is read from there
            double advance = layout.isLeftToRight() ? layout.getVisibleAdvance() : layout.getAdvance();
            double reach = Math.max(advance, layout.getBounds().getMaxX());
            width = Math.max(width, x + reach);
            ascent = Math.max(ascent, layout.getAscent() + segment.rise());
            below = Math.max(below, layout.getDescent() + layout.getLeading() - segment.rise());
            x += layout.getAdvance();
        }
        return new TextLine(segments, share, width, ascent, ascent + below);
    }

    /**
     * Draws it with its upper left corner at a point. Its outlines are filled: drawn as text, each letter would be put at a
     * whole pixel, which loosens and tightens small words.
     */
    void draw(Graphics2D graphics, double left, double top) {
        double x = left;
        for (Segment segment : segments) {
            Color color = segment.color();
            graphics.setColor(new java.awt.Color(color.red(), color.green(), color.blue()));
            AffineTransform place = AffineTransform.getTranslateInstance(x, top + ascent - segment.rise());
            graphics.fill(segment.layout().getOutline(place));
            x += segment.layout().getAdvance();
        }
    }

    /** Its letters with its upper left corner at a point, as a transformation has it. */
    List<TextOutlines.ColoredShape> shapes(AffineTransform transform, double left, double top) {
        List<TextOutlines.ColoredShape> shapes = new ArrayList<>();
        double x = left;
        for (Segment segment : segments) {
            AffineTransform place = new AffineTransform(transform);
            place.translate(x, top + ascent - segment.rise());
            shapes.add(new TextOutlines.ColoredShape(segment.layout().getOutline(place), segment.color()));
            x += segment.layout().getAdvance();
        }
        return shapes;
    }

    /** Of the widest line. */
    static double width(List<TextLine> lines) {
        return lines.stream().mapToDouble(TextLine::width).max().orElse(0);
    }

    /** Of all together. */
    static double height(List<TextLine> lines) {
        return lines.stream().mapToDouble(TextLine::height).sum();
    }
}
