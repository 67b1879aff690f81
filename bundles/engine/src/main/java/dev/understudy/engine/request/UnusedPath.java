package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Commands;
import dev.understudy.engine.request.UnusedModifier.Reason;
import java.util.ArrayList;
import java.util.List;

/** Finds paths that have no effect, since what they are for is not there. */
final class UnusedPath {

    private UnusedPath() {}

    /** The paths that take a part from another path of a layer or the composite, which has none. */
    static List<UnusedModifier> ofClip(CommandValues values) {
        return values.has(Commands.CLIP_PATH) ? List.of() : given(values, Reason.NO_CLIP_PATH, Commands.CLIP_X_PATH);
    }

    /** The commands of a layer about where the lines of its text run that have no effect. */
    static List<UnusedModifier> ofText(CommandValues layer) {
        if (!layer.has(Commands.TEXT_PS)) {
            return given(
                    layer,
                    Reason.NO_TEXT_PS,
                    Commands.TEXT_PATH,
                    Commands.PATH_ATTR,
                    Commands.TEXT_FLOW_PATH,
                    Commands.TEXT_FLOW_X_PATH,
                    Commands.TEXT_ANGLE);
        }
        List<UnusedModifier> unused = new ArrayList<>();
        if (layer.has(Commands.TEXT_PATH)) {
            unused.addAll(given(layer, Reason.BESIDE_TEXT_PATH, Commands.TEXT_ANGLE));
        } else {
            unused.addAll(given(layer, Reason.NO_TEXT_PATH, Commands.PATH_ATTR));
        }
        if (!layer.has(Commands.TEXT_FLOW_PATH)) {
            unused.addAll(given(layer, Reason.NO_FLOW_PATH, Commands.TEXT_FLOW_X_PATH));
        }
        return unused;
    }

    private static List<UnusedModifier> given(CommandValues values, Reason reason, Command<?>... commands) {
        List<UnusedModifier> unused = new ArrayList<>();
        for (Command<?> command : commands) {
            Assignment assignment = values.assignment(command);
            if (assignment != null && !CommandValues.isUsual(assignment)) {
                unused.add(UnusedModifier.of(reason, assignment));
            }
        }
        return unused;
    }
}
