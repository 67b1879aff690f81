package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;

/** A modifier: a variable, a command, or a name that nobody knows. */
sealed interface Token {

    /** Where the modifier comes from. */
    Origin origin();

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

    /**
     * A name that is no command, or that of a macro that is not there.
     *
     * @param name as the request spells it, decoded
     */
    record Unknown(String name, boolean macro, Origin origin) implements Token {}
}
