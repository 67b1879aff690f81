package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextShape;
import dev.understudy.failure.ServeException;
import java.awt.font.TextMeasurer;
import java.awt.geom.AffineTransform;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets a line of text along curves. What has no room on one curve goes on with the next, from the word that does not fit; what has
 * none on the last is left out from the letter that does not fit.
 *
 * <p>Source: the reference's pages on textPath, pathAttr and text layers.
 */
final class TextOnPath {

    private final FormattedLine line;
    private final String text;
    private final TextMeasurer measurer;
    private final BreakIterator words;
    private final BreakIterator characters;
    private final double scale;
    private final boolean tracked;
    private final List<TextOutlines.ColoredShape> shapes = new ArrayList<>();

    private TextOnPath(FormattedLine line, boolean tracked, double scale) {
        this.line = line;
        this.scale = scale;
        this.tracked = tracked;
        text = line.text();
        measurer = new TextMeasurer(line.attributed().getIterator(), FormattedLine.CONTEXT);
        words = BreakIterators.ofLines(text);
        characters = BreakIterators.ofCharacters(text);
    }

    /**
     * The letters on their curves.
     *
     * @param scale pixels a point
     * @param aligned whether the line stands on a curve as its paragraph is aligned; else where reading starts
     */
    static TextOutlines set(
            TextDocument.Line line, TextShape.OnPath shape, double scale, boolean aligned, TextFontResolver fonts)
            throws ServeException {
        FormattedLine formatted = FormattedLine.of(line, false, fonts);
        TextOnPath on = new TextOnPath(formatted, line.isTracked(), scale);
        boolean leftToRight = new Bidi(formatted.attributed().getIterator()).baseIsLeftToRight();
        on.set(
                TextBaseline.of(shape.path(), shape.section()),
                (aligned ? line.align() : Align.START).share(leftToRight),
                line.paragraph());
        return new TextOutlines(on.shapes);
    }

    private void set(List<TextBaseline> curves, double share, ParagraphStyle paragraph) {
        int start = 0;
        for (int i = 0; i < curves.size() && start < text.length(); i++) {
            double room = curves.get(i).length() / scale - paragraph.left() - paragraph.right();
            int end = room > 0 ? end(start, room, i == curves.size() - 1) : start;
            if (end > start) {
                set(curves.get(i), start, end, new Room(paragraph.left() * scale, room * scale, share));
                start = end;
            }
        }
    }

    /**
     * What of a curve is there for letters, in pixels.
     *
     * @param left where it begins
     * @param length how long it is
     * @param share how much of what letters leave free is before them
     */
    private record Room(double left, double length, double share) {}

    /** Behind the last character with room in a width of points; the start where none has. */
    private int end(int start, double width, boolean insideWords) {
        int end = tracked ? fitting(start, width) : measurer.getLineBreakIndex(start, (float) width);
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        BreakIterator breaks = insideWords ? characters : words;
        return end >= text.length() || breaks.isBoundary(end) ? end : Math.max(start, breaks.preceding(end));
    }

    /** Behind the last character with room where letters have more or less space than their font has, which Java's measurer does not count. */
    private int fitting(int start, double width) {
        int fits = start;
        int tooFar = text.length() + 1;
        while (tooFar - fits > 1) {
            int middle = (fits + tooFar) >>> 1;
            if (width(LetterClusters.of(line, start, middle)) <= width) {
                fits = middle;
            } else {
                tooFar = middle;
            }
        }
        return fits;
    }

    private static double width(List<LetterCluster> letters) {
        return letters.stream().mapToDouble(LetterCluster::right).max().orElse(0);
    }

    private void set(TextBaseline curve, int start, int end, Room room) {
        int last = end;
        while (last > start + 1 && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        List<LetterCluster> letters = LetterClusters.of(line, start, last);
        double width = width(letters) * scale;
        double left = room.left() + (room.length() - width) * room.share();
        for (LetterCluster letter : letters) {
            AffineTransform place = curve.place(left + letter.left() * scale, left + letter.right() * scale);
            place.scale(scale, scale);
            place.translate(-(letter.left() + letter.right()) / 2, 0);
            shapes.add(new TextOutlines.ColoredShape(place.createTransformedShape(letter.outline()), letter.color()));
        }
    }
}
