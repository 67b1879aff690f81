package dev.understudy.engine.request;

import dev.understudy.engine.command.Command;
import dev.understudy.failure.ServeException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The commands of a request, sorted by what they apply to. What {@code layer=comp} means is each command's own affair.
 *
 * @param global those for the whole request and its view
 * @param composite those for the flattened layers
 * @param layers those for each layer, by number; layer 0 is always there
 * @param effects those for each effect, by the number of the layer, or {@link Target#COMPOSITE_NUMBER}, then by that of the
 *     effect
 */
public record CommandValuesByTarget(
        CommandValues global,
        CommandValues composite,
        SortedMap<Integer, CommandValues> layers,
        Map<Integer, SortedMap<Integer, CommandValues>> effects) {

    static CommandValuesByTarget of(List<Assignment> assignments) {
        CommandValuesByTarget sorted =
                new CommandValuesByTarget(new CommandValues(), new CommandValues(), new TreeMap<>(), new HashMap<>());
        sorted.layers.put(0, new CommandValues());
        assignments.forEach(sorted::add);
        return sorted;
    }

    /** The values that a command belongs to; null when it has no meaning where it stands. */
    public @Nullable CommandValues of(Assignment assignment) {
        Command<?> command = assignment.command();
        Target target = assignment.target();
        if (command.scope().isGlobal()) {
            return global;
        }
        if (target.isEffect()) {
            return command.isIgnoredByEffects() ? null : effect(target);
        }
        if (target.layer() != Target.COMPOSITE_NUMBER) {
            return layer(target.layer());
        }
        return switch (command.compositeScope()) {
            case LAYER_ZERO -> layer(0);
            case IGNORED -> null;
            default -> composite;
        };
    }

    /**
     * Reads every value that has a meaning where it stands.
     *
     * @throws ServeException when one is outside its command's syntax
     */
    public void requireValid() throws ServeException {
        global.requireValid();
        composite.requireValid();
        for (CommandValues layer : layers.values()) {
            layer.requireValid();
        }
        for (SortedMap<Integer, CommandValues> ofLayer : effects.values()) {
            for (CommandValues effect : ofLayer.values()) {
                effect.requireValid();
            }
        }
    }

    private void add(Assignment assignment) {
        CommandValues values = of(assignment);
        if (values != null) {
            values.add(assignment);
        }
    }

    /** The values for the effects of a layer, by number: from the lowest to the highest. */
    public SortedMap<Integer, CommandValues> effectsOf(int layer) {
        return effects.getOrDefault(layer, Collections.emptySortedMap());
    }

    private CommandValues effect(Target target) {
        return effects.computeIfAbsent(target.layer(), any -> new TreeMap<>())
                .computeIfAbsent(target.effect(), any -> new CommandValues());
    }

    private CommandValues layer(int number) {
        return layers.computeIfAbsent(number, any -> new CommandValues());
    }
}
