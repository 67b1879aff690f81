package dev.understudy.engine.request;

import dev.understudy.engine.command.Commands;

/**
 * A modifier of a request that has no effect.
 *
 * @param reason why it has none
 * @param name of the command as the table has it, else as it is written; with dollar signs for a macro
 * @param origin where it comes from
 */
public record UnusedModifier(Reason reason, String name, Origin origin) {

    /** Why a modifier has no effect. */
    public enum Reason {
        UNKNOWN_COMMAND("there is no such command"),
        UNKNOWN_MACRO("the catalog has no such macro"),
        IGNORED_BY_EFFECTS("effects have no such command"),
        IGNORED_WHEN_NESTED("a request that is nested in another has no such command"),
        NO_LOCALES("the catalog has neither attribute::LocaleMap nor attribute::LocaleStrMap"),
        RTF_WORD("the text of the command has a control word that does nothing there"),
        FIXED_TEXT("textPs= is always wrapped, at the resolution that is given"),
        PHOTOSHOP_SMOOTHING("crisp, sharp, strong and smooth are of textPs= alone"),
        LOCALE_ELSEWHERE("the locale of a request is what its own query says"),
        HINTS_FORBIDDEN("attribute::ClientHints is none, so that nothing is known of the client");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** The reason for people. */
        public String words() {
            return words;
        }
    }

    /** Whether the reply lacks something that a command of this server could have brought about. */
    boolean isMissed() {
        return switch (reason) {
            case HINTS_FORBIDDEN, NO_LOCALES, LOCALE_ELSEWHERE, RTF_WORD, FIXED_TEXT, PHOTOSHOP_SMOOTHING -> true;
            case UNKNOWN_COMMAND, UNKNOWN_MACRO, IGNORED_BY_EFFECTS, IGNORED_WHEN_NESTED -> false;
        };
    }

    /** A name that nobody knows. */
    static UnusedModifier unknown(Token.Unknown token) {
        Reason reason = token.macro() ? Reason.UNKNOWN_MACRO : Reason.UNKNOWN_COMMAND;
        return new UnusedModifier(reason, token.name(), token.origin());
    }

    /** A command that suits the reply to the client, where the catalog does not let that be known. */
    static UnusedModifier withoutHints(Assignment assignment) {
        return new UnusedModifier(Reason.HINTS_FORBIDDEN, assignment.command().name(), assignment.origin());
    }

    /** A control word of RTF, with its backslash behind the name of the command. */
    static UnusedModifier rtfWord(Assignment text, String word) {
        return new UnusedModifier(Reason.RTF_WORD, text.command().name() + word, text.origin());
    }

    /** A way to fit text to its layer that {@code textPs=} does not have. */
    static UnusedModifier fixedText(Assignment attributes) {
        return new UnusedModifier(Reason.FIXED_TEXT, attributes.command().name(), attributes.origin());
    }

    /** A kind of smoothing that {@code text=} does not have. */
    static UnusedModifier photoshopSmoothing(Assignment attributes) {
        return new UnusedModifier(
                Reason.PHOTOSHOP_SMOOTHING, attributes.command().name(), attributes.origin());
    }

    /** A locale that a record or a nested request names. */
    static UnusedModifier localeElsewhere(Token.Setting setting) {
        return new UnusedModifier(Reason.LOCALE_ELSEWHERE, setting.command().name(), setting.origin());
    }

    /** A locale where the catalog makes no difference between them. */
    static UnusedModifier withoutLocales(Origin origin) {
        return new UnusedModifier(Reason.NO_LOCALES, Commands.LOCALE.name(), origin);
    }

    /** A command about the reply that is said to a nested request, which makes none. */
    static UnusedModifier ignoredWhenNested(Token.Setting setting) {
        return new UnusedModifier(Reason.IGNORED_WHEN_NESTED, setting.command().name(), setting.origin());
    }

    /** A command of layers that is said to an effect, which has none of that name. */
    static UnusedModifier ignoredByEffects(Token.Setting setting) {
        return new UnusedModifier(Reason.IGNORED_BY_EFFECTS, setting.command().name(), setting.origin());
    }
}
