package dev.understudy.engine.text;

import java.text.BreakIterator;
import java.util.Locale;

/** Finds the places where text can be broken, the same on every machine. */
final class BreakIterators {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private BreakIterators() {}

    /** The places where lines can end. Thai has no spaces between words; Java knows its words when it is told the language. */
    static BreakIterator ofLines(String text) {
        boolean thai = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI);
        return over(text, BreakIterator.getLineInstance(thai ? THAI : Locale.ROOT));
    }

    /** The ends of characters as people see them: a letter with its marks. */
    static BreakIterator ofCharacters(String text) {
        return over(text, BreakIterator.getCharacterInstance(Locale.ROOT));
    }

    private static BreakIterator over(String text, BreakIterator iterator) {
        iterator.setText(text);
        return iterator;
    }
}
