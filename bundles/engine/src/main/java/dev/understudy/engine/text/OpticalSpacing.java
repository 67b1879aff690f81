package dev.understudy.engine.text;

import dev.understudy.codec.font.BlankCharacters;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spaces the letters of a part of a text by their shapes. Letters of Latin, Greek and Cyrillic move, and signs beside them: others are joined,
 * or stand in cells. Figures keep their distances from each other, so that columns of them stay straight, and so do letters between which a
 * line may end.
 */
final class OpticalSpacing {

    /** Spaces are whole thousandths of the size, so that there are few fonts of different spacing. */
    private static final float UNITS = 1000;

    private static final Set<Character.UnicodeScript> SCRIPTS =
            Set.of(Character.UnicodeScript.LATIN, Character.UnicodeScript.GREEK, Character.UnicodeScript.CYRILLIC);

    private final AttributedString attributed;
    private final String text;
    private final FontChoice.FontRun run;
    private final float tracking;
    private final boolean inOneDirection;
    private final BreakIterator breaks;
    private final Map<Integer, Font> fonts = new HashMap<>();

    private OpticalSpacing(AttributedString attributed, String text, FontChoice.FontRun run) {
        this.attributed = attributed;
        this.text = text;
        this.run = run;
        tracking = run.font().getAttributes().get(TextAttribute.TRACKING) instanceof Float given ? given : 0;
        inOneDirection = !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        breaks = BreakIterators.ofLines(text);
    }

    /** Spaces letters of one font. */
    static void place(AttributedString attributed, String text, FontChoice.FontRun run) {
        if (run.loaded().optical().isPossible()) {
            new OpticalSpacing(attributed, text, run).place();
        }
    }

    private void place() {
        BreakIterator characters = BreakIterators.ofCharacters(text.substring(run.start(), run.end()));
        int stretch = run.start();
        Integer stretchSpace = null;
        int start = run.start();
        int end = following(characters);
        while (start < run.end()) {
            int next = following(characters);
            Integer space = space(start, end, next);
            if (!Objects.equals(space, stretchSpace)) {
                place(stretch, start, stretchSpace);
                stretch = start;
                stretchSpace = space;
            }
            start = end;
            end = next;
        }
        place(stretch, run.end(), stretchSpace);
    }

    private int following(BreakIterator characters) {
        int next = characters.next();
        return next == BreakIterator.DONE ? run.end() : run.start() + next;
    }

    private void place(int start, int end, @Nullable Integer space) {
        if (space != null && start < end) {
            attributed.addAttribute(TextAttribute.FONT, fonts.computeIfAbsent(space, this::font), start, end);
        }
    }

    /** The font without the kerning of its own, with a space behind each letter. */
    private Font font(int space) {
        return run.font()
                .deriveFont(Map.of(TextAttribute.KERNING, 0, TextAttribute.TRACKING, tracking + space / UNITS));
    }

    /** What comes behind a letter that the next one follows, in thousandths of the size; null for one that its font alone places. */
    private @Nullable Integer space(int start, int end, int next) {
        int code = text.codePointAt(start);
        boolean letter = isLetter(code);
        if (end == next || !isPair(code, text.codePointAt(end), end)) {
            return letter ? 0 : null;
        }
        double space = run.loaded().optical().between(text.substring(start, end), text.substring(end, next));
        return (int) Math.round(space * UNITS);
    }

    /** Whether a position is between two letters that move, or between such a letter and a sign. */
    private boolean isPair(int before, int behind, int position) {
        if (isLetter(before)) {
            return isLetter(behind) || isSign(behind) && isJoined(position);
        }
        return isSign(before) && isLetter(behind) && isJoined(position);
    }

    /** Whether a sign and a letter stand beside each other in any case. */
    private boolean isJoined(int position) {
        return inOneDirection && !breaks.isBoundary(position);
    }

    private static boolean isLetter(int code) {
        return Character.isLetter(code) && SCRIPTS.contains(Character.UnicodeScript.of(code));
    }

    private static boolean isSign(int code) {
        return Character.UnicodeScript.of(code) == Character.UnicodeScript.COMMON
                && !Character.isLetter(code)
                && !BlankCharacters.isBlank(code)
                && !VerticalLetters.mayHaveForm(code);
    }
}
