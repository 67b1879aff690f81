package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.ReqValue;
import dev.understudy.engine.request.UnusedModifier.Reason;
import dev.understudy.failure.ErrorForm.PropertySyntax;
import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the commands that are for requests of another type, or for replies in another form. */
final class UnusedByType {

    private static final List<Command<?>> OF_SOME_TYPES =
            Commands.all().stream().filter(Command::isOfSomeTypes).toList();

    private UnusedByType() {}

    /** The commands of that kind among those for the whole request; none when its type cannot be read. */
    static List<UnusedModifier> of(CommandValues global) {
        List<UnusedModifier> unused = new ArrayList<>();
        ReqValue asked = asked(global);
        if (asked == null) {
            return unused;
        }
        for (Command<?> command : OF_SOME_TYPES) {
            Assignment given = global.assignment(command);
            if (given != null && !command.types().contains(asked.type())) {
                unused.add(UnusedModifier.of(Reason.OTHER_TYPE, given));
            }
        }
        Assignment handler = global.assignment(Commands.HANDLER);
        if (handler != null && asked.syntax() != PropertySyntax.JSON) {
            unused.add(UnusedModifier.of(Reason.NO_FUNCTION, handler));
        }
        return unused;
    }

    private static @Nullable ReqValue asked(CommandValues global) {
        try {
            return global.get(Commands.REQ, ReqValue.IMG);
        } catch (ServeException e) {
            // refused later on, with its reason
            return null;
        }
    }
}
