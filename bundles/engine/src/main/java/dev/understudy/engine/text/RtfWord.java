package dev.understudy.engine.text;

import dev.understudy.engine.plan.TextDialect;
import java.util.function.IntPredicate;

/**
 * A control word of RTF that means something here.
 *
 * @param name without its backslash
 * @param page the reference's page that has it
 * @param use the commands whose text it works in
 * @param works for which numbers it does; for a word that works nowhere, those that mean what is done anyway
 * @param effect on the formatting in force; none for words that stand for characters, breaks and tables
 * @param note for the documentation
 */
record RtfWord(String name, Page page, Use use, IntPredicate works, Effect effect, String note) {

    /** A page of the reference on RTF. */
    enum Page {
        DOCUMENT("Text boxes"),
        PARAGRAPH("Paragraphs"),
        CHARACTER("Characters"),
        ADVANCED("Characters, advanced"),
        ENTITIES("Special characters"),
        ENCODING("Character encoding"),
        OURS("Beside the reference");

        private final String title;

        Page(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    /** The commands in whose text a word works. */
    enum Use {
        BOTH,
        TEXT,
        TEXT_PS;

        boolean includes(TextDialect dialect) {
            return switch (this) {
                case BOTH -> true;
                case TEXT -> dialect == TextDialect.TEXT;
                case TEXT_PS -> dialect == TextDialect.TEXT_PS;
            };
        }
    }

    /** What a word does. */
    @FunctionalInterface
    interface Effect {

        /** For words that are handled by those who read them. */
        Effect NONE = (state, argument) -> state;

        /** The formatting after the word. */
        RtfState apply(RtfState state, Argument argument);
    }

    /**
     * What stands with a word.
     *
     * @param number that follows it, 0 for none
     * @param given whether one does
     * @param tables what it can refer to
     */
    record Argument(int number, boolean given, RtfTables tables) {

        private static final int MOST_TWIPS = 100_000;
        private static final double TWIPS_A_POINT = 20;

        /** Whether a word that switches something switches it on. */
        boolean on() {
            return !given || number != 0;
        }

        int orElse(int other) {
            return given ? number : other;
        }

        /** A length that is written in twips, in points. */
        double points() {
            return Math.max(-MOST_TWIPS, Math.min(MOST_TWIPS, number)) / TWIPS_A_POINT;
        }
    }

    /** Whether it does what it says in the text of a command. */
    boolean works(TextDialect dialect, int number) {
        return use.includes(dialect) && works.test(number);
    }
}
