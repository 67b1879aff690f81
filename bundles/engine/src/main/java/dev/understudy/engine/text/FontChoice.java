package dev.understudy.engine.text;

import dev.understudy.failure.ServeException;
import java.awt.Font;
import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fonts that characters of one style can be set in, best first; each is loaded when those before it do not do. */
final class FontChoice {

    private final TextFontResolver fonts;
    private final TextStyle style;
    private final List<FontFamily> candidates;
    private final List<Font> loaded = new ArrayList<>();
    private int tried;

    FontChoice(TextFontResolver fonts, TextStyle style, List<FontFamily> candidates) {
        this.fonts = fonts;
        this.style = style;
        this.candidates = candidates;
    }

    /**
     * Characters in one font.
     *
     * @param end behind the last of them
     */
    record FontRun(Font font, int start, int end) {}

    /** The fonts of a part of a text, which has one character at least. */
    List<FontRun> runs(String text, int start, int end) throws ServeException {
        Font first = first();
        if (first.canDisplayUpTo(new StringCharacterIterator(text), start, end) < 0) {
            return List.of(new FontRun(first, start, end));
        }
        List<FontRun> stretches = new ArrayList<>();
        BreakIterator characters = BreakIterators.ofCharacters(text.substring(start, end));
        Font font = first;
        int from = start;
        int at = start;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            Font suits = font(text.substring(at, start + next), font);
            if (suits != font && at > from) {
                stretches.add(new FontRun(font, from, at));
                from = at;
            }
            font = suits;
            at = start + next;
        }
        stretches.add(new FontRun(font, from, end));
        return stretches;
    }

    /** The font of one character with its marks; where it shows nothing, that of the characters before. */
    private Font font(String character, Font before) throws ServeException {
        boolean blank = character.codePoints().allMatch(FontChoice::isBlank);
        if (blank && hasAll(before, character)) {
            return before;
        }
        Font whole = find(character);
        if (whole != null) {
            return whole;
        }
        // at least the letter, if not its marks
        Font letter = find(character.substring(0, character.offsetByCodePoints(0, 1)));
        return letter == null ? first() : letter;
    }

    private @Nullable Font find(String characters) throws ServeException {
        for (int i = 0; i < loaded.size() || loadNext(); i++) {
            if (hasAll(loaded.get(i), characters)) {
                return loaded.get(i);
            }
        }
        return null;
    }

    private Font first() throws ServeException {
        if (loaded.isEmpty() && !loadNext()) {
            throw new IllegalStateException("no font at all");
        }
        return loaded.get(0);
    }

    private boolean loadNext() throws ServeException {
        int before = loaded.size();
        while (tried < candidates.size() && loaded.size() == before) {
            FontFamily family = candidates.get(tried);
            FontFamily.Face face = fonts.face(family, style, tried == 0);
            tried++;
            LoadedFont font = fonts.load(family, face);
            if (font != null) {
                loaded.add(FontFamily.styled(font, face, style));
            }
        }
        return loaded.size() > before;
    }

    private static boolean hasAll(Font font, String characters) {
        return characters.codePoints().allMatch(c -> isIgnorable(c) || font.canDisplay(c));
    }

    private static boolean isBlank(int c) {
        return isIgnorable(c) || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** Whether nothing is drawn for a character: controls, joiners, marks of direction, selectors of variants. */
    private static boolean isIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT -> true;
            default -> c >= 0xfe00 && c <= 0xfe0f || c >= 0xe0100 && c <= 0xe01ef;
        };
    }
}
