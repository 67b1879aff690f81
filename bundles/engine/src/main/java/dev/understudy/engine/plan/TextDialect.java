package dev.understudy.engine.plan;

/**
 * The command that text comes from. The two read the same RTF, but lay it out in ways of their own, and some control words mean
 * something to one of them alone.
 */
public enum TextDialect {
    /** {@code text=}: lines give way to what is raised, and the last one may be cut off. */
    TEXT("text"),
    /** {@code textPs=}: lines stand where their fonts have them, and those that do not fit are left out. */
    TEXT_PS("textPs");

    private final String command;

    TextDialect(String command) {
        this.command = command;
    }

    /** The name of the command. */
    public String command() {
        return command;
    }
}
