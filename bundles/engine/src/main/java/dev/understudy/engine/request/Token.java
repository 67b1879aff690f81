package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;

/** A modifier that is known: a variable or a command. */
sealed interface Token {

    /** Where the modifier comes from. */
    Origin origin();

    /** The value, still encoded. */
    String raw();

    /**
     * A variable and its value.
     *
     * @param name in lower case, without dollar signs
     */
    record Definition(String name, String raw, Origin origin) implements Token {}

    /**
     * A command and its value, with the variables in it not yet filled in.
     *
     * @param spelling as the request spells it
     */
    record Setting(Command<?> command, String spelling, String raw, Origin origin) implements Token {}
}
