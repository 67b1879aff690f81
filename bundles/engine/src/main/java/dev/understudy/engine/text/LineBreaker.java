package dev.understudy.engine.text;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Breaks what stands between two hard breaks into lines of a width; as often as one likes. */
final class LineBreaker {

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final String text;
    private final Align align;
    private final LineBreakMeasurer breaker;
    private final TextMeasurer measurer;

    /** Where each stretch of text of one colour that stands on one base line begins, and how it looks. */
    private final TreeMap<Integer, TextStyle> looks = new TreeMap<>();

    LineBreaker(TextDocument.Line line, Fonts.Source fonts) {
        StringBuilder all = new StringBuilder();
        line.runs().forEach(run -> all.append(run.text()));
        boolean empty = all.isEmpty();
        text = empty ? " " : all.toString();
        align = line.align();
        looks.put(0, line.style());
        AttributedString attributed = new AttributedString(text);
        if (empty) {
            format(attributed, line.style(), fonts, 0, 1);
        }
        int start = 0;
        for (TextDocument.Run run : line.runs()) {
            int end = start + run.text().length();
            format(attributed, run.style(), fonts, start, end);
            if (!alike(looks.lastEntry().getValue(), run.style())) {
                looks.put(start, run.style());
            }
            start = end;
        }
        breaker = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
        measurer = new TextMeasurer(attributed.getIterator(), CONTEXT);
    }

    private static void format(AttributedString text, TextStyle style, Fonts.Source fonts, int start, int end) {
        text.addAttribute(TextAttribute.FONT, fonts.of(style), start, end);
        if (style.underlined()) {
            text.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON, start, end);
        }
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
            breaker.setPosition(start);
            int end = breaker.nextOffset(width, text.length(), !insideWords);
            if (end <= start) {
                end = insideWords ? start + 1 : endOfWord(start);
            }
            TextLine line = TextLine.of(segments(start, end), align);
            lines.add(line);
            left -= line.height();
            start = end;
        }
        return lines;
    }

    private List<TextLine.Segment> segments(int start, int end) {
        List<TextLine.Segment> segments = new ArrayList<>();
        int from = start;
        while (from < end) {
            Integer next = looks.higherKey(from);
            int to = next == null ? end : Math.min(next, end);
            TextStyle look = looks.floorEntry(from).getValue();
            segments.add(new TextLine.Segment(measurer.getLayout(from, to), look.rise(), look.color()));
            from = to;
        }
        return segments;
    }

    private static boolean alike(TextStyle one, TextStyle other) {
        return one.rise() == other.rise() && one.color().equals(other.color());
    }

    private int endOfWord(int position) {
        BreakIterator words = BreakIterator.getLineInstance(Locale.ROOT);
        words.setText(text);
        int end = words.following(position);
        return end == BreakIterator.DONE ? text.length() : end;
    }
}
