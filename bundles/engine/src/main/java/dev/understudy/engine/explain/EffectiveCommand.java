package dev.understudy.engine.explain;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.CommandValuesByTarget;
import dev.understudy.engine.request.ImageRequest;
import dev.understudy.engine.request.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command as it takes effect.
 *
 * @param of what it belongs to: {@code request}, {@code composite}, {@code layer 1} or {@code effect -1 of layer 1}
 * @param assignment the command with its value
 * @param overridden those that it prevails over, weakest first
 */
record EffectiveCommand(String of, Assignment assignment, List<Assignment> overridden) {

    private static final String COMPOSITE = "composite";

    public EffectiveCommand {
        overridden = List.copyOf(overridden);
    }

    /** What takes effect in a request, without the requests nested in it. */
    static List<EffectiveCommand> in(ImageRequest request) {
        CommandValuesByTarget sorted = request.values();
        Map<String, List<Assignment>> groups = new HashMap<>();
        List<EffectiveCommand> prevailing = new ArrayList<>();
        for (Assignment assignment : request.assignments()) {
            CommandValues values = sorted.of(assignment);
            if (values != null) {
                String of = name(assignment, values, sorted);
                List<Assignment> group =
                        groups.computeIfAbsent(of + group(assignment.command()), any -> new ArrayList<>());
                if (values.assignment(assignment.command()) == assignment) {
                    prevailing.add(new EffectiveCommand(of, assignment, group));
                }
                group.add(assignment);
            }
        }
        return prevailing;
    }

    /** Commands of a group override each other. */
    private static String group(Command<?> command) {
        return command.is(Trait.LAYER_CONTENT) ? Trait.LAYER_CONTENT.name() : command.name();
    }

    private static String name(Assignment assignment, CommandValues values, CommandValuesByTarget sorted) {
        if (values == sorted.global()) {
            return "request";
        }
        if (values == sorted.composite()) {
            return COMPOSITE;
        }
        Target target = assignment.target();
        if (!target.isEffect()) {
            return layer(Math.max(0, target.layer()));
        }
        String parent = target.layer() == Target.COMPOSITE_NUMBER ? COMPOSITE : layer(target.layer());
        return "effect " + target.effect() + " of " + parent;
    }

    private static String layer(int number) {
        return "layer " + number;
    }
}
