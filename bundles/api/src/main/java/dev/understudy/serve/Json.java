package dev.understudy.serve;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes data as JSON in ASCII, which no character set on the way can spoil. Properties in
 * scripts, which clients get in a character set of their choice, are written elsewhere.
 */
public final class Json {

    private Json() {}

    /**
     * The value as JSON.
     *
     * @param value a map with keys that are written as text, a collection, a number, a boolean or null; anything else is written
     *     as text
     */
    public static String of(@Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return String.valueOf(value);
        }
        if (value instanceof Map<?, ?> map) {
            return joined(map.entrySet(), entry -> text(entry.getKey()) + ":" + of(entry.getValue()), "{", "}");
        }
        return value instanceof Collection<?> items ? joined(items, Json::of, "[", "]") : text(value);
    }

    private static <T> String joined(Collection<T> items, Function<T, String> json, String open, String close) {
        return items.stream().map(json).collect(Collectors.joining(",", open, close));
    }

    private static String text(@Nullable Object value) {
        StringBuilder json = new StringBuilder("\"");
        String.valueOf(value).chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
            } else if (c < ' ' || c > '~' || c == '<') {
                json.append(String.format("\\u%04x", c));
            } else {
                json.append((char) c);
            }
        });
        return json.append('"').toString();
    }
}
