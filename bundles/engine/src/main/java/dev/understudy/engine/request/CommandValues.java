package dev.understudy.engine.request;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Fallback;
import dev.understudy.engine.command.Spelling;
import dev.understudy.engine.command.Trait;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands for the whole request, the composite or one layer, each with the value that prevails. */
public final class CommandValues {

    private static final int SHOWN = 100;

    private final Map<Command<?>, Assignment> given = new LinkedHashMap<>();

    /** Takes a command that overrides those before it. */
    public void add(Assignment assignment) {
        Command<?> command = assignment.command();
        if (command.is(Trait.LAYER_CONTENT)) {
            given.keySet().removeIf(other -> other.is(Trait.LAYER_CONTENT));
        }
        given.put(command, assignment);
    }

    /** Whether the command was given. */
    public boolean has(Command<?> command) {
        return given.containsKey(command);
    }

    /** The command as it was given; null when it was not. */
    public @Nullable Assignment assignment(Command<?> command) {
        return given.get(command);
    }

    /**
     * The command's value; null when it was not given.
     *
     * @throws ServeException when the value is outside the command's syntax
     */
    public <T> @Nullable T get(Command<T> command) throws ServeException {
        Assignment assignment = given.get(command);
        return assignment == null ? null : parse(command, assignment);
    }

    /** The command's value, else the other one. */
    public <T> T get(Command<T> command, T otherwise) throws ServeException {
        T value = get(command);
        return value == null ? otherwise : value;
    }

    /** The command's value, else that of its attribute or its literal. */
    public <T> T get(Command<T> command, Catalog catalog) throws ServeException {
        T value = get(command);
        if (value != null) {
            return value;
        }
        if (command.fallback() instanceof Fallback.Literal<T> literal) {
            return literal.value();
        }
        if (command.fallback() instanceof Fallback.FromAttribute<T> attribute) {
            return catalog.get(attribute.attribute());
        }
        throw new IllegalArgumentException(command + " has no fallback in a catalog");
    }

    /**
     * Reads every value, so that a bad one is refused whether or not it would make a difference.
     *
     * @throws ServeException when a value is outside its command's syntax
     */
    void requireValid() throws ServeException {
        for (Command<?> command : given.keySet()) {
            get(command);
        }
    }

    /** A failure that says what is wrong with the command's value although its syntax is right. */
    public ServeException invalid(Command<?> command, String allowed) {
        Assignment assignment = given.get(command);
        String name = assignment == null
                ? command.name()
                : spelling(command, assignment).name();
        String value = assignment == null ? "" : shown(assignment.value());
        return new ServeException(new Failure.InvalidParameter(name, value, allowed));
    }

    /** Whether a command asks for what is done without it, as links have it that write out everything. */
    static boolean isUsual(Assignment assignment) {
        return isUsual(assignment.command(), assignment);
    }

    private static <T> boolean isUsual(Command<T> command, Assignment assignment) {
        try {
            return command.fallback() instanceof Fallback.Literal<T> literal
                    && parse(command, assignment).equals(literal.value());
        } catch (ServeException e) {
            return false;
        }
    }

    private static <T> T parse(Command<T> command, Assignment assignment) throws ServeException {
        Spelling<T> spelling = spelling(command, assignment);
        try {
            return spelling.syntax().parse(assignment.value());
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.InvalidParameter(
                    spelling.name(),
                    shown(assignment.value()),
                    spelling.syntax().allowed()));
        }
    }

    private static <T> Spelling<T> spelling(Command<T> command, Assignment assignment) {
        return command.spellings().stream()
                .filter(spelling -> spelling.name().equalsIgnoreCase(assignment.spelling()))
                .findFirst()
                .orElse(command.spellings().get(0));
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
