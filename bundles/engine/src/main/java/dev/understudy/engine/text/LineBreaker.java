package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import dev.understudy.failure.ServeException;
import java.awt.font.LineBreakMeasurer;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Breaks what stands between two hard breaks into lines of a width; as often as one likes. */
final class LineBreaker {

    /** Lines are at least so wide, whatever indents leave. */
    private static final float NARROWEST = 1;

    /** A line that is as wide as it comes out has more room than this. */
    private static final float NO_END = 1e9f;

    private static final char OPTIONAL_HYPHEN = '\u00ad';

    private final FormattedLine formatted;
    private final String text;
    private final TextDocument.Line line;
    private final Place place;
    private final LineBreakMeasurer breaker;
    private final BreakIterator breaks;
    private final BreakIterator characters;
    private final SegmentOrder order;
    /** Whether there is more or less space between letters than their font has. */
    private final boolean tracked;

    private LineBreaker(TextDocument.Line line, boolean topToBottom, Place place, TextFontResolver fonts)
            throws ServeException {
        this.line = line;
        this.place = place;
        tracked = line.isTracked();
        formatted = FormattedLine.of(line, topToBottom, fonts);
        text = formatted.text();
        breaks = BreakIterators.ofLines(text);
        characters = BreakIterators.ofCharacters(text);
        breaker = new LineBreakMeasurer(
                formatted.attributed().getIterator(), BreakIterators.ofLines(text), FormattedLine.CONTEXT);
        order = new SegmentOrder(formatted, FormattedLine.CONTEXT);
    }

    /** What stands between the hard breaks of a text, in its order. */
    static List<LineBreaker> all(TextDocument document, TextDialect dialect, TextFontResolver fonts)
            throws ServeException {
        List<LineBreaker> all = new ArrayList<>();
        for (int i = 0; i < document.lines().size(); i++) {
            all.add(of(document, i, dialect, fonts));
        }
        return all;
    }

    /** One of the lines between the hard breaks of a text. */
    static LineBreaker of(TextDocument document, int index, TextDialect dialect, TextFontResolver fonts)
            throws ServeException {
        boolean spaced = dialect == TextDialect.TEXT;
        List<TextDocument.Line> lines = document.lines();
        Place place = new Place(dialect, spaced || index > 0, spaced || index < lines.size() - 1);
        return new LineBreaker(lines.get(index), document.topToBottom(), place, fonts);
    }

    /**
     * What the place of a line in its text means to it.
     *
     * @param dialect the command that the text comes from
     * @param spacedBefore whether there is room before its paragraph, if that says so
     * @param spacedAfter whether there is room after it
     */
    record Place(TextDialect dialect, boolean spacedBefore, boolean spacedAfter) {}

    /** How many lines it has, at least or at most. */
    CopyFit copyFit() {
        return line.copyFit();
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
            TextLine next = line(start, end, width);
            lines.add(next);
            left -= next.height();
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

    /** The end of the word, or of the letter with its marks, that begins at a position. */
    int first(int start, boolean insideWords) {
        return following(insideWords ? characters : breaks, start);
    }

    /** Whether a word has no room in a line of a width. */
    boolean breaksWords(float width) {
        int start = 0;
        while (start < text.length()) {
            int end = next(start, width(start, width), true);
            if (end <= start) {
                return true;
            }
            start = end;
        }
        return false;
    }

    /**
     * The line from a position to another one.
     *
     * @param width of the room it has, in points
     */
    TextLine line(int start, int end, float width) {
        ParagraphStyle paragraph = line.paragraph();
        boolean leftToRight = order.isLeftToRight();
        boolean last = end == text.length() && line.ends();
        Align align = last && paragraph.align() == Align.JUSTIFIED ? paragraph.lastAlign() : paragraph.align();
        double room = width(start, width);
        boolean justified = align == Align.JUSTIFIED && room < NO_END;
        TextLine natural = TextLine.of(segments(start, end, justified), place.dialect());
        // Java's justification does not count the space between letters
        TextLine filled = justified ? natural.justified(room, !tracked) : natural;
        double first = firstIndent(start);
        boolean before = start == 0 && line.begins() && place.spacedBefore();
        boolean after = last && place.spacedAfter();
        return filled.placed(
                        align.share(leftToRight),
                        paragraph.left() + (leftToRight ? first : 0),
                        paragraph.right() + (leftToRight ? 0 : first))
                .spaced(
                        before ? paragraph.before() : 0,
                        paragraph.height(natural.height()),
                        after ? paragraph.after() : 0);
    }

    private List<TextSegment> segments(int start, int end, boolean byWords) {
        List<TextSegment> segments = order.segments(start, end, byWords);
        if (endsWithHyphen(end)) {
            segments.add(formatted.hyphen(end - 1));
        }
        return segments;
    }

    /** Whether a line that ends there ends with an optional hyphen, which is seen then. */
    private boolean endsWithHyphen(int end) {
        return end < text.length() && text.charAt(end - 1) == OPTIONAL_HYPHEN && order.isLeftToRight();
    }

    private double firstIndent(int start) {
        return start == 0 && line.begins() ? line.paragraph().firstIndent() : 0;
    }

    /** What of a width is there for the characters of a line that begins at a position. */
    private float width(int start, float width) {
        ParagraphStyle paragraph = line.paragraph();
        double room = width - paragraph.left() - paragraph.right() - firstIndent(start);
        return (float) Math.max(NARROWEST, room);
    }

    /** The end of a line: behind one character at least, and never between a letter and its marks. */
    int end(int start, float width, boolean insideWords) {
        float room = width(start, width);
        int end = next(start, room, !insideWords);
        if (end > start && endsWithHyphen(end)) {
            // at the same place if there is room for the hyphen, too
            double hyphen = formatted.hyphen(end - 1).advance();
            int earlier = next(start, (float) Math.max(NARROWEST, room - hyphen), true);
            end = earlier > start ? earlier : end;
        }
        if (end <= start && !insideWords) {
            return following(breaks, start);
        }
        if (end < text.length() && end > start && !characters.isBoundary(end)) {
            end = characters.preceding(end);
        }
        return end <= start ? following(characters, start) : end;
    }

    private int next(int start, float width, boolean wholeWords) {
        if (!tracked || width >= NO_END) {
            return measured(start, width, wholeWords);
        }
        int words = spacedEnd(start, width, breaks);
        return words > start || wholeWords ? words : spacedEnd(start, width, characters);
    }

    /**
     * The last of some boundaries with room before it, where letters have space between them, which Java's measurer does not count: what it
     * finds is the next guess, as long as that is between what has room and what has none.
     */
    private int spacedEnd(int start, float width, BreakIterator boundaries) {
        int fits = start;
        int tooFar = text.length() + 1;
        double room = width;
        while (true) {
            int next = following(boundaries, fits);
            if (fits >= text.length() || next >= tooFar) {
                return fits;
            }
            int guess = Math.max(next, measured(start, (float) Math.max(NARROWEST, room), true));
            int end = guess < tooFar && boundaries.isBoundary(guess)
                    ? guess
                    : boundaries.preceding(Math.min(guess, tooFar));
            double real = TextLine.of(order.segments(start, end, false), place.dialect())
                    .width();
            if (real <= width) {
                fits = end;
            } else {
                tooFar = end;
            }
            room += (width - real) * Math.min(1, room / Math.max(1, real));
        }
    }

    private int measured(int start, float width, boolean wholeWords) {
        breaker.setPosition(start);
        return breaker.nextOffset(width, text.length(), wholeWords);
    }

    private int following(BreakIterator boundaries, int position) {
        int end = boundaries.following(position);
        return end == BreakIterator.DONE ? text.length() : end;
    }
}
