package dev.understudy.http.log;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line: what a variable stands for, or literal text.
 *
 * @param value of an exchange; null or empty when it has none
 * @param absent what is written then
 * @param fixed whether the value is ours and of a fixed form, so that its spaces may stay
 */
record LogVariable(Function<LoggedExchange, @Nullable String> value, String absent, boolean fixed) {

    /** A value from outside, a dash when there is none. */
    static LogVariable field(Function<LoggedExchange, @Nullable String> value) {
        return new LogVariable(value, "-", false);
    }

    /** A value of ours, in a documented form that may contain spaces. */
    static LogVariable fixed(Function<LoggedExchange, @Nullable String> value) {
        return new LogVariable(value, "-", true);
    }

    /** Text of the pattern itself. */
    static LogVariable literal(String text) {
        return new LogVariable(exchange -> text, "", true);
    }

    void append(StringBuilder line, LoggedExchange exchange) {
        String text = value.apply(exchange);
        if (text == null || text.isEmpty()) {
            line.append(absent);
        } else {
            line.append(fixed ? text : LogFieldEncoder.encode(text));
        }
    }
}
