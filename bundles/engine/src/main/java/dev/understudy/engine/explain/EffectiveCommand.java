package dev.understudy.engine.explain;

import dev.understudy.engine.command.Command;
import dev.understudy.engine.command.Trait;
import dev.understudy.engine.request.Assignment;
import dev.understudy.engine.request.CommandValues;
import dev.understudy.engine.request.CommandValuesByTarget;
import dev.understudy.engine.request.ImageRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A command as it takes effect.
 *
 * @param of what it belongs to: {@code request}, {@code composite} or {@code layer 1}
 * @param assignment the command with its value
 * @param overridden those that it prevails over, weakest first
 */
record EffectiveCommand(String of, Assignment assignment, List<Assignment> overridden) {

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
            if (values != null && assignment.command().works()) {
                String of = name(values, sorted);
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

    private static String name(CommandValues values, CommandValuesByTarget sorted) {
        if (values == sorted.global()) {
            return "request";
        }
        if (values == sorted.composite()) {
            return "composite";
        }
        return sorted.layers().entrySet().stream()
                .filter(layer -> layer.getValue() == values)
                .map(layer -> "layer " + layer.getKey())
                .findFirst()
                .orElseThrow();
    }
}
