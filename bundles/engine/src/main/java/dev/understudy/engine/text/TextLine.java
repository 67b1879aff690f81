package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
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
        List<TextSegment> segments,
        double gap,
        double share,
        double indent,
        double width,
        double ascent,
        double cell,
        double height) {

    /** A line of at least one segment, on the left. */
    static TextLine of(List<TextSegment> segments, TextDialect dialect) {
        double x = 0;
        double width = 0;
        double ascent = 0;
        double descent = 0;
        double below = 0;
        for (TextSegment segment : segments) {
            TextLayout layout = segment.layout();
            double reach = Math.max(segment.visibleAdvance(), segment.inkEnd());
            double share = segment.lineShare(dialect);
            double rise = segment.lineRise(dialect);
            width = Math.max(width, x + reach);
            ascent = Math.max(ascent, layout.getAscent() * share + rise);
            descent = Math.max(descent, layout.getDescent() * share - rise);
            below = Math.max(below, (layout.getDescent() + segment.leading()) * share - rise);
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

    /**
     * The same line with wider blanks, if these end segments.
     *
     * @param stretchesLetters whether a word that is alone is stretched instead
     */
    TextLine justified(double newWidth, boolean stretchesLetters) {
        int last = segments.size() - 1;
        double missing = newWidth - width;
        long blanks = segments.subList(0, last).stream()
                .mapToInt(TextSegment::blanksAtEnd)
                .sum();
        boolean alone = last == 0 && stretchesLetters && segments.get(0).visibleAdvance() > 0;
        if (missing <= 0 || blanks == 0 && !alone) {
            return this;
        }
        List<TextSegment> widened = alone ? List.of(widened(segments.get(0), missing)) : segments;
        return new TextLine(widened, alone ? 0 : missing / blanks, share, indent, newWidth, ascent, cell, height);
    }

    private static TextSegment widened(TextSegment segment, double more) {
        TextLayout layout = segment.layout();
        return segment.with(layout.getJustifiedLayout((float) (layout.getVisibleAdvance() + more)));
    }

    private double advance(TextSegment segment) {
        return segment.advance() + gap * segment.blanksAtEnd();
    }

    /**
     * The letters of the line with its upper left corner at a point, as a transformation has it. Outlines are exact: drawn as text,
     * each letter would be put at a whole pixel, which loosens and tightens small words.
     */
    List<TextOutlines.ColoredShape> shapes(AffineTransform transform, double left, double top) {
        List<TextOutlines.ColoredShape> shapes = new ArrayList<>();
        double x = left + indent;
        for (TextSegment segment : segments) {
            AffineTransform place = new AffineTransform(transform);
            place.translate(x, top + ascent - segment.look().rise());
            Shape outline = segment.outline(place, advance(segment));
            shapes.add(new TextOutlines.ColoredShape(outline, segment.look().color()));
            x += advance(segment);
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
