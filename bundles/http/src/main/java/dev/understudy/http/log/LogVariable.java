package dev.understudy.http.log;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A part of a line: the value of a variable, or literal text. */
@FunctionalInterface
interface LogVariable {

    /** What is logged of a value that does not apply. */
    char ABSENT = '-';

    /** Appends the value that an exchange has. */
    void append(LineBuffer line, LoggedExchange exchange);

    /** Returns a variable with a value from outside; a dash when there is none. */
    static LogVariable field(Function<LoggedExchange, @Nullable String> value) {
        return (line, exchange) -> {
            String text = value.apply(exchange);
            if (text == null || text.isEmpty()) {
                line.octet(ABSENT);
            } else {
                line.field(text);
            }
        };
    }

    /** Returns a variable with a value from outside; nothing when there is none. */
    static LogVariable optional(Function<LoggedExchange, @Nullable String> value) {
        return (line, exchange) -> {
            String text = value.apply(exchange);
            if (text != null) {
                line.field(text);
            }
        };
    }

    /** Returns a variable with a value of this server, which is logged as it is. */
    static LogVariable fixed(Function<LoggedExchange, @Nullable String> value) {
        return (line, exchange) -> {
            String text = value.apply(exchange);
            if (text == null || text.isEmpty()) {
                line.octet(ABSENT);
            } else {
                line.text(text);
            }
        };
    }

    /** Returns a variable that is a number; a dash when it is negative. */
    static LogVariable number(ToLongFunction<LoggedExchange> value) {
        return (line, exchange) -> {
            long number = value.applyAsLong(exchange);
            if (number < 0) {
                line.octet(ABSENT);
            } else {
                line.number(number);
            }
        };
    }

    /** Returns a variable that is a number; a dash when it is 0 or negative. */
    static LogVariable positive(ToLongFunction<LoggedExchange> value) {
        return number(exchange -> {
            long number = value.applyAsLong(exchange);
            return number > 0 ? number : -1;
        });
    }

    /** Returns a variable that is never known. */
    static LogVariable absent() {
        return (line, exchange) -> line.octet(ABSENT);
    }

    /** Returns text of the pattern itself. */
    static LogVariable literal(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return (line, exchange) -> line.raw(encoded);
    }
}
