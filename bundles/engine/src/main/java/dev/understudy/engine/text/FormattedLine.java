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
import org.jspecify.annotations.Nullable;

/**
 * The text between two hard breaks, as Java formats text.
 *
 * @param text its characters, one at least
 * @param attributed the same with fonts and directions
 * @param looks where each stretch that looks alike begins, and how it looks
 * @param topToBottom whether letters stand upright in it when it is turned
 */
record FormattedLine(
        String text, AttributedString attributed, NavigableMap<Integer, SegmentLook> looks, boolean topToBottom) {

    /** What letters are measured in. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final int RIGHT_TO_LEFT = 1;
    private static final int REVERSED = -1;

    static FormattedLine of(TextDocument.Line line, boolean topToBottom, TextFontResolver fonts) throws ServeException {
        StringBuilder all = new StringBuilder();
        line.runs().forEach(run -> all.append(run.text()));
        boolean empty = all.isEmpty();
        String text = empty ? " " : all.toString();
        FormattedLine formatted = new FormattedLine(text, new AttributedString(text), new TreeMap<>(), topToBottom);
        if (empty) {
            formatted.format(line.style(), 0, 1, fonts);
        }
        int start = 0;
        int turned = -1;
        for (TextDocument.Run run : line.runs()) {
            int end = start + run.text().length();
            formatted.format(run.style(), start, end, fonts);
            turned = formatted.turn(turned, start, run.style().rightToLeft());
            start = end;
        }
        formatted.turn(turned, start, false);
        formatted.directBrackets();
        return formatted;
    }

    /** Some of its characters, as they have been laid out; they look alike. */
    TextSegment segment(TextLayout layout, int start, int end) {
        return new TextSegment(
                layout, look(start), leading(layout, start), underline(start), text.substring(start, end));
    }

    /** A hyphen in the look of a character. */
    TextSegment hyphen(int position) {
        TextLayout layout = new TextLayout("-", font(position), CONTEXT);
        return new TextSegment(layout, look(position), leading(layout, position), underline(position), "-");
    }

    /** What is left free below letters; Java has an opinion of its own where they are replaced. */
    private double leading(TextLayout layout, int position) {
        return topToBottom ? font(position).getLineMetrics("x", CONTEXT).getLeading() : layout.getLeading();
    }

    /** The look of a character. */
    SegmentLook look(int position) {
        return looks.floorEntry(position).getValue();
    }

    /** The line under a character; null for none. */
    @Nullable
    Underline underline(int position) {
        return look(position).underlined() ? Underline.of(font(position), CONTEXT) : null;
    }

    /** The font of a character. */
    Font font(int position) {
        AttributedCharacterIterator iterator = attributed.getIterator();
        iterator.setIndex(position);
        return (Font) iterator.getAttribute(TextAttribute.FONT);
    }

    private void format(TextStyle style, int start, int end, TextFontResolver fonts) throws ServeException {
        for (FontChoice.FontRun run : fonts.choice(style).runs(text, start, end, topToBottom)) {
            attributed.addAttribute(TextAttribute.FONT, run.font(), run.start(), run.end());
            if (topToBottom) {
                VerticalLetters.place(attributed, text, run, style);
            }
            if (isSpacedByShape(style, run.font())) {
                OpticalSpacing.place(attributed, text, run);
            }
            SegmentLook look = SegmentLook.of(style, run.slanted());
            if (looks.isEmpty() || !looks.lastEntry().getValue().equals(look)) {
                looks.put(run.start(), look);
            }
        }
    }

    /** Whether letters are spaced by their shapes: not those in cells of their own, nor those that are turned round. */
    private boolean isSpacedByShape(TextStyle style, Font font) {
        CharacterSpacing spacing = style.spacing();
        boolean inCells = topToBottom && !style.sideways();
        return spacing.optical() && spacing.isKerned(font.getSize2D()) && !inCells && !style.rightToLeft();
    }

    /**
     * Directs a stretch of all that is read from right to left, however its looks change, once its end is known.
     *
     * @param from where such a stretch has begun; below 0 for none
     * @param at where characters begin that are read so, or are not
     * @return where such a stretch has begun; below 0 for none
     */
    private int turn(int from, int at, boolean rightToLeft) {
        if (rightToLeft) {
            return from < 0 ? at : from;
        }
        if (from >= 0 && from < at) {
            attributed.addAttribute(TextAttribute.BIDI_EMBEDDING, embedding(from, at), from, at);
        }
        return -1;
    }

    private void directBrackets() {
        AttributedCharacterIterator iterator = attributed.getIterator();
        Bidi bidi = new Bidi(iterator);
        if (bidi.isLeftToRight()) {
            return;
        }
        int[] levels = new int[text.length()];
        for (int i = 0; i < levels.length; i++) {
            iterator.setIndex(i);
            Object embedding = iterator.getAttribute(TextAttribute.BIDI_EMBEDDING);
            levels[i] = embedding instanceof Integer level ? level : bidi.getBaseLevel();
        }
        BracketDirections.overrides(text, levels, bidi)
                .forEach((at, level) -> attributed.addAttribute(TextAttribute.BIDI_EMBEDDING, level, at, at + 1));
    }

    /** Letters that are read from right to left keep the order of the numbers among them; others are turned round. */
    private int embedding(int start, int end) {
        char[] characters = text.substring(start, end).toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length) ? RIGHT_TO_LEFT : REVERSED;
    }
}
