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
        IGNORED_BY_COMPOSITE("layer=comp has no such command"),
        IGNORED_WHEN_NESTED("a request that is nested in another has no such command"),
        NO_LOCALES("the catalog has neither attribute::LocaleMap nor attribute::LocaleStrMap"),
        RTF_WORD("the text of the command has a control word that does nothing there"),
        FIXED_TEXT("textPs= is always wrapped, at the resolution that is given"),
        PHOTOSHOP_SMOOTHING("crisp, sharp, strong and smooth are of textPs= alone"),
        NO_TEXT("the layer has no text"),
        NO_TEXT_PS("the layer has no textPs="),
        NO_TEXT_PATH("the layer has no textPath="),
        NO_FLOW_PATH("the layer has no textFlowPath="),
        BESIDE_TEXT_PATH("the lines run along textPath="),
        NO_CLIP_PATH("there is no clipPath= or clipPathE= to take a part from"),
        NESTED_CACHE("images of nested requests are drawn with the whole, and not kept apart"),
        OTHER_TYPE("it is for requests of another type"),
        NO_FUNCTION("no function is called by a reply that is not JSON"),
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
            case UNKNOWN_COMMAND, UNKNOWN_MACRO, IGNORED_WHEN_NESTED -> false;
            default -> true;
        };
    }

    /** A name that nobody knows. */
    static UnusedModifier unknown(Token.Unknown token) {
        Reason reason = token.macro() ? Reason.UNKNOWN_MACRO : Reason.UNKNOWN_COMMAND;
        return new UnusedModifier(reason, token.name(), token.origin());
    }

    /** A command that has no effect where it stands. */
    static UnusedModifier of(Reason reason, Assignment assignment) {
        return new UnusedModifier(reason, assignment.command().name(), assignment.origin());
    }

    /** A control word of RTF, with its backslash behind the name of the command. */
    static UnusedModifier rtfWord(Assignment text, String word) {
        return new UnusedModifier(Reason.RTF_WORD, text.command().name() + word, text.origin());
    }

    /** A locale where the catalog makes no difference between them. */
    static UnusedModifier withoutLocales(Origin origin) {
        return new UnusedModifier(Reason.NO_LOCALES, Commands.LOCALE.name(), origin);
    }
}
