package dev.understudy.engine.text;

import dev.understudy.codec.font.BlankCharacters;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts letters upright into lines that run from top to bottom: those of Far Eastern scripts always, those of others unless they lie on
 * their side.
 *
 * <p>Source: the reference's page on advanced text formatting; which letters are upright follows Unicode Standard Annex 50.
 */
final class VerticalLetters {

    private static final Set<Character.UnicodeScript> FAR_EASTERN = Set.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL,
            Character.UnicodeScript.BOPOMOFO,
            Character.UnicodeScript.YI);

    private static final Set<Character.UnicodeBlock> FAR_EASTERN_SIGNS = Set.of(
            Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
            Character.UnicodeBlock.HIRAGANA,
            Character.UnicodeBlock.KATAKANA,
            Character.UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            Character.UnicodeBlock.CJK_COMPATIBILITY,
            Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
            Character.UnicodeBlock.VERTICAL_FORMS,
            Character.UnicodeBlock.CJK_COMPATIBILITY_FORMS);

    /** Signs that have another form in vertical lines. */
    private static final String LEVEL =
            "\uff0c\u3001\u3002\uff1a\uff1b\uff01\uff1f\u3016\u3017\u2026\u2025\u2014\u2013\uff3f"
                    + "\uff08\uff09\uff5b\uff5d\u3014\u3015\u3010\u3011\u300a\u300b\u3008\u3009\u300c\u300d\u300e\u300f\uff3b\uff3d";

    /** The other forms, in the same order. */
    private static final String VERTICAL =
            "\ufe10\ufe11\ufe12\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\ufe30\ufe31\ufe32\ufe33"
                    + "\ufe35\ufe36\ufe37\ufe38\ufe39\ufe3a\ufe3b\ufe3c\ufe3d\ufe3e\ufe3f\ufe40\ufe41\ufe42\ufe43\ufe44\ufe47\ufe48";

    /** Signs that stand in a corner of their cell, another one than in level lines. */
    private static final String IN_THE_CORNER = "\u3001\u3002\uff0c\uff0e";

    /** Signs that are turned with the line: brackets, dashes and what lengthens a vowel. */
    private static final String TURNED =
            "\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018"
                    + "\u3019\u301a\u301b\u301c\u301d\u301e\u301f\u3030\u30a0\u30fc\uff08\uff09\uff0d\uff1a\uff1b\uff1c\uff1d\uff1e\uff3b"
                    + "\uff3d\uff3f\uff5b\uff5c\uff5d\uff5e\uff5f\uff60\uffe3";

    /** How far signs in a corner move to the right and up, in sizes of the font. */
    private static final double CORNER = 0.6;

    private VerticalLetters() {}

    /** Replaces letters of a part of a text, all in one font and style, by upright ones. */
    static void place(AttributedString attributed, String text, FontChoice.FontRun run, TextStyle style) {
        BreakIterator characters = BreakIterators.ofCharacters(text.substring(run.start(), run.end()));
        int from = 0;
        for (int to = characters.next(); to != BreakIterator.DONE; to = characters.next()) {
            String letter = text.substring(run.start() + from, run.start() + to);
            UprightLetter upright = upright(letter, run, style);
            if (upright != null) {
                int last = run.start() + to - 1;
                for (int at = run.start() + from; at < last; at++) {
                    attributed.addAttribute(TextAttribute.CHAR_REPLACEMENT, UprightLetter.NOTHING, at, at + 1);
                }
                attributed.addAttribute(TextAttribute.CHAR_REPLACEMENT, upright, last, last + 1);
            }
            from = to;
        }
    }

    /** A letter that stands upright; null for one that is turned with its line. */
    private static @Nullable UprightLetter upright(String letter, FontChoice.FontRun run, TextStyle style) {
        Font font = run.font();
        int code = letter.codePointAt(0);
        if (mayHaveForm(code)) {
            UprightLetter ofFont =
                    UprightLetter.ofFont(letter, font, run.loaded().vertical(), style);
            if (ofFont != null) {
                return ofFont;
            }
        }
        int form = LEVEL.indexOf(code);
        if (form >= 0 && font.canDisplay(VERTICAL.charAt(form))) {
            return UprightLetter.farEastern(VERTICAL.substring(form, form + 1), font, style, 0);
        }
        if (isFarEastern(code)) {
            return TURNED.indexOf(code) >= 0
                    ? null
                    : UprightLetter.farEastern(letter, font, style, IN_THE_CORNER.indexOf(code) >= 0 ? CORNER : 0);
        }
        boolean turned = form >= 0 || style.sideways() || BlankCharacters.isBlank(code) || isOfRightToLeft(code);
        return turned ? null : UprightLetter.roman(letter, font, style);
    }

    /** Whether a letter has another form in vertical lines, if its font has one for it. */
    static boolean mayHaveForm(int code) {
        return isFarEastern(code) || LEVEL.indexOf(code) >= 0;
    }

    private static boolean isFarEastern(int code) {
        return FAR_EASTERN.contains(Character.UnicodeScript.of(code))
                || FAR_EASTERN_SIGNS.contains(Character.UnicodeBlock.of(code));
    }

    /** Whether letters are joined, or read in another direction: they stay in their line. */
    private static boolean isOfRightToLeft(int code) {
        byte direction = Character.getDirectionality(code);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
