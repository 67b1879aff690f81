package dev.understudy.settings;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of a {@link SettingTable}.
 *
 * @param <T> the type that a value is read as
 * @param name the name in the configuration
 * @param variable the environment variable that the shipped file takes the value from; empty for none
 * @param reference the name in the reference; empty where the reference has no such setting
 * @param fallback the value when none is written, as it would be written
 * @param cautious the value when the written one cannot be used and none was in use before, as it would be written; the fallback
 *     but where that would let in more than was wanted
 * @param syntax the form and the range of a value
 * @param description one sentence about the effect, without capital and full stop
 */
public record SettingRow<T>(
        String name,
        String variable,
        String reference,
        String fallback,
        String cautious,
        SettingSyntax<T> syntax,
        String description) {

    /** Rows are looked up by themselves while a server starts, when what Java makes for records is slow. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name for messages: with the environment variable, if there is one. */
    String title() {
        return variable.isEmpty() ? name : name + " (" + variable + ")";
    }

    /** A value as it may be shown. */
    String shown(String value) {
        return syntax.type() == SettingType.PASSWORD && !value.isEmpty() ? "***" : value;
    }

    /** A value of a configuration as a file would have it: several in one are joined. */
    String text(Object written) {
        if (written instanceof Collection<?> elements) {
            return elements.stream().map(String::valueOf).collect(Collectors.joining(syntax.separator()));
        } else if (written.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(written))
                    .mapToObj(i -> String.valueOf(Array.get(written, i)))
                    .collect(Collectors.joining(syntax.separator()));
        }
        return written.toString();
    }
}
