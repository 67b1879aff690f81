package dev.understudy.http.log;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a line: the value of a variable, or literal text.
 *
 * @param value of an exchange; null or empty for none
 * @param absent the text in place of an absent value
 * @param fixed whether the value has a fixed form of this server, so that its spaces need not be encoded
 */
record LogVariable(Function<LoggedExchange, @Nullable String> value, String absent, boolean fixed) {

    /** Returns a variable with a value from outside; a dash when there is none. */
    static LogVariable field(Function<LoggedExchange, @Nullable String> value) {
        return new LogVariable(value, "-", false);
    }

    /** Returns a variable with a value of this server, which is logged as it is. */
    static LogVariable fixed(Function<LoggedExchange, @Nullable String> value) {
        return new LogVariable(value, "-", true);
    }

    /** Returns text of the pattern itself. */
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
