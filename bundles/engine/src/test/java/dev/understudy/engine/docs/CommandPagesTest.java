package dev.understudy.engine.docs;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.CommandDescriptions;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.command.Trait;
import dev.understudy.serve.CommandList.CommandEntry;
import dev.understudy.serve.CommandList.CommandSpelling;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The pages of commands and request types. */
class CommandPagesTest {

    @Test
    void commands() {
        List<Command<?>> reference = Commands.all().stream()
                .filter(command -> !command.is(Trait.BESIDE_THE_REFERENCE))
                .<Command<?>>map(command -> command)
                .toList();
        MarkdownPage page = new MarkdownPage("Commands")
                .text(MarkdownPage.count(
                        "commands", reference.stream().map(Command::support).toList()))
                .text(
                        "Names are found without regard to case. A command that is not in the table is read and ignored; the value"
                                + " of one that is there must be of its syntax, or the request fails."
                                + " An empty value counts as none. Of several spellings in one request, the last prevails.")
                .text(
                        "*Of* says what a command belongs to. *With layer=comp*, where every request starts, it applies to layer"
                                + " 0, to the composite, to the view, or to nothing; commands of the request and of the view mean the"
                                + " same anywhere.");
        addCommands(page, "The reference's", reference);
        addCommands(
                page,
                "On other pages of the reference",
                Commands.all().stream()
                        .filter(command -> command.is(Trait.BESIDE_THE_REFERENCE))
                        .<Command<?>>map(command -> command)
                        .toList());
        page.check("commands.md");
    }

    private static void addCommands(MarkdownPage page, String heading, List<Command<?>> commands) {
        page.heading(heading)
                .columns("command", "works", "of", "with layer=comp", "value", "if not given", "traits", "notes");
        for (Command<?> command : commands) {
            CommandEntry entry = CommandDescriptions.of(command);
            page.row(
                    joined(entry.spellings(), spelling -> "`" + spelling.name() + "`"),
                    MarkdownPage.works(entry.support()),
                    entry.scope(),
                    entry.compositeScope(),
                    joined(entry.spellings(), CommandSpelling::allowed),
                    entry.fallback(),
                    String.join(", ", entry.traits()),
                    entry.note());
        }
    }

    private static String joined(List<CommandSpelling> spellings, Function<CommandSpelling, String> part) {
        return spellings.stream().map(part).distinct().collect(Collectors.joining("; "));
    }

    @Test
    void requestTypes() {
        List<RequestType> types = List.of(RequestType.values());
        MarkdownPage page = new MarkdownPage("Request types")
                .text(MarkdownPage.count(
                        "request types",
                        types.stream().map(RequestType::support).toList()))
                .text(
                        "The values of `req=`. *Forms* are the second values that a type takes, the usual one first; replies of the"
                                + " form json call `handler=` with `id=`. *Kept* says what decides how long a client may keep the reply.")
                .columns("type", "works", "forms", "kept", "notes");
        for (RequestType type : types) {
            page.row(
                    "`" + type.value() + "`",
                    MarkdownPage.works(type.support()),
                    String.join(", ", CommandDescriptions.of(type).forms()),
                    switch (type.lifetime()) {
                        case IMAGE -> "catalog::Expiration";
                        case NON_IMAGE -> "attribute::NonImgExpiration";
                        case NONE -> "not kept";
                    },
                    type.note());
        }
        page.check("request-types.md");
    }
}
