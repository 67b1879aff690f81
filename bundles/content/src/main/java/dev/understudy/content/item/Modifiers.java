package dev.understudy.content.item;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a request for static content may have; others are ignored.
 *
 * <p>Source: the reference's pages on serving static content, {@code type=}, {@code cache=} and {@code req=}.
 *
 * @param type the type that the content must be of; empty for any
 * @param keep whether clients may keep it, {@code cache=on}
 */
record Modifiers(String type, boolean keep) {

    /**
     * Reads a query.
     *
     * @param query still encoded; null for none
     * @throws ServeException {@code parameter.invalid}, {@code request.malformed} or {@code request.unsupported}
     */
    static Modifiers read(@Nullable String query) throws ServeException {
        Modifiers modifiers = new Modifiers("", true);
        for (String command : query == null ? new String[0] : query.split("&")) {
            int equals = command.indexOf('=');
            if (equals > 0) {
                modifiers = modifiers.with(
                        command.substring(0, equals).toLowerCase(Locale.ROOT), decode(command.substring(equals + 1)));
            }
        }
        return modifiers;
    }

    private Modifiers with(String name, String value) throws ServeException {
        return switch (name) {
            case "type" -> new Modifiers(value, keep);
            case "cache" -> new Modifiers(type, isOn(value));
            case "req" ->
                throw new ServeException(
                        new Failure.Unsupported("'req=" + value + "' of static content is not available"));
            default -> this;
        };
    }

    /** Of the two values for client and server the client's counts: static content is not kept by the server. */
    private static boolean isOn(String value) throws ServeException {
        return switch (value.split(",", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "on", "" -> true;
            case "off" -> false;
            default -> throw new ServeException(new Failure.InvalidParameter("cache", value, "on or off"));
        };
    }

    private static String decode(String value) throws ServeException {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.Malformed("The value is not properly encoded: " + value));
        }
    }
}
