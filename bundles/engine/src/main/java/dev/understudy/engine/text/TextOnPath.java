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
                (aligned ? line.align() : Align.START).share(leftToRight));
        return new TextOutlines(on.shapes);
    }

    private void set(List<TextBaseline> curves, double share) {
        int start = 0;
        for (int i = 0; i < curves.size() && start < text.length(); i++) {
            int end = end(start, curves.get(i).length() / scale, i == curves.size() - 1);
            if (end > start) {
                set(curves.get(i), start, end, share);
                start = end;
            }
        }
    }

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

    private void set(TextBaseline curve, int start, int end, double share) {
        int last = end;
        while (last > start + 1 && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        List<LetterCluster> letters = LetterClusters.of(line, start, last);
        double width = width(letters) * scale;
        double left = (curve.length() - width) * share;
        for (LetterCluster letter : letters) {
            AffineTransform place = curve.place(left + letter.left() * scale, left + letter.right() * scale);
            place.scale(scale, scale);
            place.translate(-(letter.left() + letter.right()) / 2, 0);
            shapes.add(new TextOutlines.ColoredShape(place.createTransformedShape(letter.outline()), letter.color()));
        }
    }
}
