package dev.understudy.engine.command;

import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.serve.CommandList.CommandEntry;
import dev.understudy.serve.CommandList.CommandSpelling;
import dev.understudy.serve.CommandList.RequestTypeEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of commands and request types in words: those of the documentation, and of a server that runs. */
public final class CommandDescriptions {

    private CommandDescriptions() {}

    /** Returns all commands, in the order of the table. */
    public static List<CommandEntry> commands() {
        return Commands.all().stream()
                .<CommandEntry>map(CommandDescriptions::of)
                .toList();
    }

    /** Returns a row in words. */
    public static CommandEntry of(Command<?> command) {
        return new CommandEntry(
                command.name(),
                command.spellings().stream()
                        .map(spelling -> new CommandSpelling(
                                spelling.name(), spelling.syntax().allowed()))
                        .toList(),
                command.support(),
                words(command.scope()),
                compositeScope(command),
                command.fallback().words(),
                Arrays.stream(Trait.values())
                        .filter(trait -> trait != Trait.BESIDE_THE_REFERENCE && command.is(trait))
                        .map(CommandDescriptions::words)
                        .toList(),
                command.note());
    }

    /** Returns all request types, in the order of the table. */
    public static List<RequestTypeEntry> requestTypes() {
        return Arrays.stream(RequestType.values()).map(CommandDescriptions::of).toList();
    }

    /** Returns a request type in words. */
    public static RequestTypeEntry of(RequestType type) {
        List<PropertySyntax> forms = type.forms().equals(List.of(PropertySyntax.PLAIN)) ? List.of() : type.forms();
        return new RequestTypeEntry(
                type.value(),
                type.support(),
                forms.stream().map(CommandDescriptions::words).toList(),
                type.note());
    }

    private static String compositeScope(Command<?> command) {
        return command.compositeScope() == CompositeScope.ANYWHERE || command.scope() == Scope.EFFECT
                ? ""
                : words(command.compositeScope());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
