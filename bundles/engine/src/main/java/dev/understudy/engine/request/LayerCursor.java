package dev.understudy.engine.request;

import dev.understudy.engine.command.Commands;
import dev.understudy.engine.command.Spelling;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Follows {@code layer=} and {@code effect=} through the commands of a request. Names that one text gives to layers are
 * known in those that follow it.
 *
 * <p>Source: the reference's page on layer.
 */
final class LayerCursor {

    private static final String COMPOSITE = "comp";
    private static final Spelling<String> LAYER = Commands.LAYER.spellings().get(0);
    private static final Spelling<Integer> EFFECT = Commands.EFFECT.spellings().get(0);

    private final Map<String, Integer> names = new HashMap<>();
    private final Set<Integer> layers = new HashSet<>();
    private final Set<Target> effects = new HashSet<>();
    private Target current = Target.COMPOSITE;

    /** What commands are said to now. */
    Target current() {
        return current;
    }

    /** Goes back to where every text starts. */
    void restart() {
        current = Target.COMPOSITE;
    }

    /** Goes to the effect of the present layer that {@code effect=} says. */
    void selectEffect(String value) throws ServeException {
        current = current.withEffect(effectNumber(value));
        effects.add(current);
        checkCount();
    }

    /** Goes where {@code layer=} says. */
    void select(String value) throws ServeException {
        String[] items = value.split(",", -1);
        String first = items[0].strip();
        String name = items.length > 1 ? items[1].strip() : "";
        if (items.length > 2 || first.isEmpty()) {
            throw invalid(LAYER, value);
        }
        int number = isNumber(first) ? number(first, value) : named(first);
        layers.add(number);
        checkCount();
        if (!name.isEmpty()) {
            assign(name, number);
        }
        current = Target.layer(number);
    }

    private void checkCount() throws ServeException {
        RequestLimits.check(
                "The number of layers and of their effects", layers.size() + effects.size(), RequestLimits.LAYERS);
    }

    private static int effectNumber(String value) throws ServeException {
        try {
            return EFFECT.syntax().parse(value);
        } catch (IllegalArgumentException e) {
            throw invalid(EFFECT, value);
        }
    }

    private int named(String name) throws ServeException {
        if (name.toLowerCase(Locale.ROOT).equals(COMPOSITE)) {
            return Target.COMPOSITE_NUMBER;
        }
        Integer number = names.get(name);
        if (number == null) {
            throw new ServeException(new Failure.Malformed(
                    "layer=" + name + ": no layer has this name; a number or a name given before is allowed"));
        }
        return number;
    }

    private void assign(String name, int number) throws ServeException {
        Integer before = names.putIfAbsent(name, number);
        if (name.toLowerCase(Locale.ROOT).equals(COMPOSITE) || before != null && before != number) {
            throw new ServeException(
                    new Failure.Malformed("layer=" + number + "," + name + ": the name belongs to another layer"));
        }
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+');
    }

    private static int number(String text, String value) throws ServeException {
        try {
            int number = Integer.parseInt(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as other numbers that are out of range
        }
        throw invalid(LAYER, value);
    }

    private static ServeException invalid(Spelling<?> command, String value) {
        return new ServeException(new Failure.InvalidParameter(
                command.name(), value, command.syntax().allowed()));
    }
}
