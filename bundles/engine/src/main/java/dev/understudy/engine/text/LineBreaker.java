package dev.understudy.engine.text;

import dev.understudy.failure.ServeException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Breaks what stands between two hard breaks into lines of a width; as often as one likes. */
final class LineBreaker {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final String text;
    private final Align align;
    private final LineBreakMeasurer breaker;
    private final BreakIterator breaks;
    private final BreakIterator characters;
    private final SegmentOrder order;

    LineBreaker(TextDocument.Line line, TextFontResolver fonts) throws ServeException {
        FormattedLine formatted = FormattedLine.of(line, fonts);
        AttributedString attributed = formatted.attributed();
        text = formatted.text();
        align = line.align();
        breaks = BreakIterators.ofLines(text);
        characters = BreakIterators.ofCharacters(text);
        breaker = new LineBreakMeasurer(attributed.getIterator(), BreakIterators.ofLines(text), CONTEXT);
        order = new SegmentOrder(
                text,
                formatted.colorRuns(),
                new Bidi(attributed.getIterator()),
                new TextMeasurer(attributed.getIterator(), CONTEXT));
    }

    /**
     * The lines, up to the first that ends below the room there is.
     *
     * @param width in points
     * @param insideWords whether a word that is longer than a line is broken; else it sticks out
     * @param room how high all of them may be, in points
     */
    List<TextLine> lines(float width, boolean insideWords, double room) {
        List<TextLine> lines = new ArrayList<>();
        int start = 0;
        double left = room;
        while (start < text.length() && left >= 0) {
            int end = end(start, width, insideWords);
            TextLine line = line(start, end);
            lines.add(line);
            left -= line.height();
            start = end;
        }
        return lines;
    }

    /** How many characters there are. */
    int length() {
        return text.length();
    }

    /** Whether all of it is read from left to right, however parts of it are. */
    boolean isLeftToRight() {
        return order.isLeftToRight();
    }

    /** The line from a position to another one, behind one character at least. */
    TextLine line(int start, int end) {
        return TextLine.of(order.segments(start, end), align.share(order.isLeftToRight()));
    }

    /** The end of the word, or of the letter with its marks, that begins at a position. */
    int first(int start, boolean insideWords) {
        return following(insideWords ? characters : breaks, start);
    }

    /** The end of a line: behind one character at least, and never between a letter and its marks. */
    int end(int start, float width, boolean insideWords) {
        breaker.setPosition(start);
        int end = breaker.nextOffset(width, text.length(), !insideWords);
        if (end <= start && !insideWords) {
            return following(breaks, start);
        }
        if (end < text.length() && end > start && !characters.isBoundary(end)) {
            end = characters.preceding(end);
        }
        return end <= start ? following(characters, start) : end;
    }

    private int following(BreakIterator boundaries, int position) {
        int end = boundaries.following(position);
        return end == BreakIterator.DONE ? text.length() : end;
    }
}
