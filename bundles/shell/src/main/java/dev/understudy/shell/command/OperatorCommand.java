package dev.understudy.shell.command;

import java.util.List;

/** Something that an operator can ask or tell the server. */
public interface OperatorCommand {

    /** The scope of all commands, which is said before a colon and their name. */
    String SCOPE = "understudy";

    /** The text for {@code --help}: what the command does and which arguments it takes. */
    String help();

    /**
     * Does it.
     *
     * @param arguments what follows its name
     * @return what to tell the operator, without an end of the last line
     * @throws IllegalArgumentException when it cannot be told that; the message says what it can be
     */
    String run(List<String> arguments);

    /** For commands that are told nothing. */
    static void requireNone(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + arguments.get(0) + "' is not understood; allowed: nothing, or --help");
        }
    }

    /** A root id for people. */
    static String tenant(String rootId) {
        return rootId.isEmpty() ? "(default)" : rootId;
    }
}
