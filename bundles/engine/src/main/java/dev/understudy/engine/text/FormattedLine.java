package dev.understudy.engine.text;

import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The text between two hard breaks, as Java formats text.
 *
 * @param text its characters, one at least
 * @param attributed the same with fonts, underlines and directions
 * @param colorRuns where each stretch of one color that stands on one base line begins, and how it looks
 */
record FormattedLine(String text, AttributedString attributed, NavigableMap<Integer, TextStyle> colorRuns) {

    private static final int RIGHT_TO_LEFT = 1;
    private static final int REVERSED = -1;

    static FormattedLine of(TextDocument.Line line, TextFontResolver fonts) throws ServeException {
        StringBuilder all = new StringBuilder();
        line.runs().forEach(run -> all.append(run.text()));
        boolean empty = all.isEmpty();
        String text = empty ? " " : all.toString();
        FormattedLine formatted = new FormattedLine(text, new AttributedString(text), new TreeMap<>());
        formatted.colorRuns.put(0, line.style());
        if (empty) {
            formatted.format(line.style(), 0, 1, fonts);
        }
        int start = 0;
        for (TextDocument.Run run : line.runs()) {
            int end = start + run.text().length();
            formatted.format(run.style(), start, end, fonts);
            start = end;
        }
        return formatted;
    }

    /** A hyphen in the look of a character. */
    TextLine.Segment hyphen(int position, FontRenderContext context) {
        AttributedCharacterIterator iterator = attributed.getIterator();
        iterator.setIndex(position);
        Font font = (Font) iterator.getAttribute(TextAttribute.FONT);
        TextStyle style = colorRuns.floorEntry(position).getValue();
        TextLayout layout = new TextLayout("-", font, context);
        return new TextLine.Segment(layout, style.rise(), style.spacing().scaleY(), style.color(), "-");
    }

    private void format(TextStyle style, int start, int end, TextFontResolver fonts) throws ServeException {
        for (FontChoice.FontRun stretch : fonts.choice(style).runs(text, start, end)) {
            attributed.addAttribute(TextAttribute.FONT, stretch.font(), stretch.start(), stretch.end());
        }
        if (style.underlined()) {
            attributed.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON, start, end);
        }
        if (style.rightToLeft()) {
            attributed.addAttribute(TextAttribute.BIDI_EMBEDDING, embedding(start, end), start, end);
        }
        if (start == 0 || !alike(colorRuns.lastEntry().getValue(), style)) {
            colorRuns.put(start, style);
        }
    }

    /** Letters that are read from right to left keep the order of the numbers among them; others are turned round. */
    private int embedding(int start, int end) {
        char[] characters = text.substring(start, end).toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? RIGHT_TO_LEFT : REVERSED;
    }

    private static boolean alike(TextStyle one, TextStyle other) {
        return one.rise() == other.rise()
                && one.spacing().scaleY() == other.spacing().scaleY()
                && one.color().equals(other.color());
    }
}
