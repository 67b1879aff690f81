package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.image.Color;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of set text, in points.
 *
 * @param segments its characters, from left to right
 * @param gap what is added behind the blanks at the end of each segment but the last, for each such blank
 * @param share how much of the room that is left beside it is on its left
 * @param indent what is left free before its characters
 * @param width how far ink and advance reach, with what is left free on both sides
 * @param ascent from its top to the base line
 * @param cell from its top to the lower edge of its characters
 * @param height from its top to the top of the next
 */
record TextLine(
        List<Segment> segments,
        double gap,
        double share,
        double indent,
        double width,
        double ascent,
        double cell,
        double height) {

    /**
     * A part of a line that stands on one base line.
     *
     * @param layout its characters
     * @param rise how far its base line is above that of the line
     * @param scaleY how high characters are, of what their font has
     * @param color of all of them
     * @param text the characters
     */
    record Segment(TextLayout layout, double rise, double scaleY, Color color, String text) {

        /** The share of the font's height that counts for the line: stretched letters of {@code textPs=} do not move lines apart. */
        private double lineShare(TextDialect dialect) {
            return dialect == TextDialect.TEXT_PS ? 1 / scaleY : 1;
        }

        private double lineRise(TextDialect dialect) {
            return dialect == TextDialect.TEXT_PS ? 0 : rise;
        }

        private Segment with(TextLayout other) {
            return new Segment(other, rise, scaleY, color, text);
        }

        private int blanksAtEnd() {
            return text.length() - visible().length();
        }

        private long blanksInside() {
            return visible().chars().filter(Character::isWhitespace).count();
        }

        private String visible() {
            return text.stripTrailing();
        }
    }

    /** A line of at least one segment, on the left. */
    static TextLine of(List<Segment> segments, TextDialect dialect) {
        double x = 0;
        double width = 0;
        double ascent = 0;
        double descent = 0;
        double below = 0;
        for (Segment segment : segments) {
            TextLayout layout = segment.layout();
            // blanks at its end are on its left when it is read from there
            double advance = layout.isLeftToRight() ? layout.getVisibleAdvance() : layout.getAdvance();
            double reach = Math.max(advance, layout.getBounds().getMaxX());
            double share = segment.lineShare(dialect);
            double rise = segment.lineRise(dialect);
            width = Math.max(width, x + reach);
            ascent = Math.max(ascent, layout.getAscent() * share + rise);
            descent = Math.max(descent, layout.getDescent() * share - rise);
            below = Math.max(below, (layout.getDescent() + layout.getLeading()) * share - rise);
            x += layout.getAdvance();
        }
        return new TextLine(segments, 0, 0, 0, width, ascent, ascent + descent, ascent + below);
    }

    /** The same line beside what is left free. */
    TextLine placed(double newShare, double left, double right) {
        return new TextLine(segments, gap, newShare, indent + left, width + left + right, ascent, cell, height);
    }

    /** The same line in another height, with something left free above and below. */
    TextLine spaced(double before, double newHeight, double after) {
        return new TextLine(
                segments, gap, share, indent, width, ascent + before, cell + before, before + newHeight + after);
    }

    /** The same line with wider blanks, or letters further apart where it has none. */
    TextLine justified(double newWidth) {
        int last = segments.size() - 1;
        double missing = newWidth - width;
        long blanks = 0;
        for (int i = 0; i <= last; i++) {
            blanks +=
                    segments.get(i).blanksInside() + (i < last ? segments.get(i).blanksAtEnd() : 0);
        }
        if (missing <= 0 || blanks == 0 && last > 0) {
            return this;
        }
        double each = blanks == 0 ? 0 : missing / blanks;
        List<Segment> widened = segments.stream()
                .map(segment -> segment.with(widened(segment, last == 0 ? missing : each * segment.blanksInside())))
                .toList();
        return new TextLine(widened, last == 0 ? 0 : each, share, indent, newWidth, ascent, cell, height);
    }

    private static TextLayout widened(Segment segment, double more) {
        TextLayout layout = segment.layout();
        return more > 0 && !segment.visible().isEmpty()
                ? layout.getJustifiedLayout((float) (layout.getVisibleAdvance() + more))
                : layout;
    }

    private double advance(Segment segment) {
        return segment.layout().getAdvance() + gap * segment.blanksAtEnd();
    }

    /**
     * Draws it with its upper left corner at a point. Its outlines are filled: drawn as text, each letter would be put at a
     * whole pixel, which loosens and tightens small words.
     */
    void draw(Graphics2D graphics, double left, double top) {
        double x = left + indent;
        for (Segment segment : segments) {
            Color color = segment.color();
            graphics.setColor(new java.awt.Color(color.red(), color.green(), color.blue(), color.alpha()));
            AffineTransform place = AffineTransform.getTranslateInstance(x, top + ascent - segment.rise());
            graphics.fill(segment.layout().getOutline(place));
            x += advance(segment);
        }
    }

    /** The letters of the line with its upper left corner at a point, as a transformation has it. */
    List<TextOutlines.ColoredShape> shapes(AffineTransform transform, double left, double top) {
        List<TextOutlines.ColoredShape> shapes = new ArrayList<>();
        double x = left + indent;
        for (Segment segment : segments) {
            AffineTransform place = new AffineTransform(transform);
            place.translate(x, top + ascent - segment.rise());
            shapes.add(new TextOutlines.ColoredShape(segment.layout().getOutline(place), segment.color()));
            x += advance(segment);
        }
        return shapes;
    }

    /** The smallest rectangle around its ink, with its upper left corner at a point; empty where there is none. */
    Rectangle2D ink(double left, double top) {
        Rectangle2D ink = new Rectangle2D.Double();
        double x = left + indent;
        for (Segment segment : segments) {
            Rectangle2D bounds = segment.layout().getBounds();
            if (!bounds.isEmpty()) {
                bounds.setRect(
                        bounds.getX() + x,
                        bounds.getY() + top + ascent - segment.rise(),
                        bounds.getWidth(),
                        bounds.getHeight());
                ink = ink.isEmpty() ? bounds : ink.createUnion(bounds);
            }
            x += advance(segment);
        }
        return ink;
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
