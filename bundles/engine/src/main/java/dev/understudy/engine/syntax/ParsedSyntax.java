package dev.understudy.engine.syntax;

import dev.understudy.catalog.Syntax;
import java.util.function.Function;

/**
 * A syntax of command values. White space around a value does not matter.
 *
 * @param allowed what is allowed, in words
 * @param parser reads a value; throws IllegalArgumentException when it cannot
 */
public record ParsedSyntax<T>(String allowed, Function<String, T> parser) implements Syntax<T> {

    @Override
    public T parse(String text) {
        return parser.apply(text.strip());
    }
}
