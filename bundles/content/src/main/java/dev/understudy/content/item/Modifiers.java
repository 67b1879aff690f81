package dev.understudy.content.item;

import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.ErrorForm.Syntax;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.PropertyWriter;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commands that a request for static content may have; others are ignored.
 *
 * <p>Source: the reference's pages on serving static content, {@code type=}, {@code cache=} and {@code req=}.
 *
 * @param type the type that the content must be of; empty for any
 * @param keep whether clients may keep it, {@code cache=on}
 * @param asked the content or something about it
 * @param form the form of properties and errors
 */
record Modifiers(String type, boolean keep, ContentRequestType asked, ErrorForm form) {

    private static final String REQUESTS = "userdata, props or exists, with text, javascript, xml or json";

    /**
     * Reads a query.
     *
     * @param query still encoded; null for none
     * @throws ServeException {@code parameter.invalid} or {@code request.malformed}
     */
    static Modifiers read(@Nullable String query) throws ServeException {
        Map<String, String> commands = commands(query);
        String request = commands.getOrDefault("req", "");
        String[] items = request.split(",", -1);
        ContentRequestType asked = request.isEmpty()
                ? ContentRequestType.CONTENT
                : ContentRequestType.of(items[0].strip()).orElseThrow(() -> bad(request));
        Syntax syntax = items.length < 2 || items[1].isBlank()
                ? asked.forms().get(0)
                : Syntax.of(items[1].strip()).filter(asked.forms()::contains).orElseThrow(() -> bad(request));
        String charset = items.length < 3
                ? null
                : charset(items[2].strip()).orElseThrow(() -> bad(request)).name();
        return new Modifiers(
                commands.getOrDefault("type", ""),
                isOn(commands.getOrDefault("cache", "")),
                asked,
                new ErrorForm(syntax, commands.get("handler"), commands.get("id"), charset));
    }

    /** The form of errors, whatever is wrong with the query. */
    static ErrorForm form(@Nullable String query) {
        Map<String, String> encoded = encoded(query);
        String[] items = guess(encoded.getOrDefault("req", "")).split(",", -1);
        List<Syntax> forms = ContentRequestType.of(items[0].strip())
                .map(ContentRequestType::forms)
                .orElse(List.of());
        return new ErrorForm(
                Syntax.ofError(items.length < 2 ? "" : items[1].strip(), forms),
                guess(encoded.getOrDefault("handler", "")),
                guess(encoded.getOrDefault("id", "")),
                items.length < 3 ? null : items[2].strip());
    }

    private static Map<String, String> commands(@Nullable String query) throws ServeException {
        Map<String, String> commands = new HashMap<>();
        for (Map.Entry<String, String> command : encoded(query).entrySet()) {
            commands.put(command.getKey(), decode(command.getValue()));
        }
        return commands;
    }

    /** Values as they were sent, by the names of their commands in lower case. */
    private static Map<String, String> encoded(@Nullable String query) {
        Map<String, String> commands = new HashMap<>();
        for (String command : query == null ? new String[0] : query.split("&")) {
            int equals = command.indexOf('=');
            if (equals > 0) {
                commands.put(command.substring(0, equals).toLowerCase(Locale.ROOT), command.substring(equals + 1));
            }
        }
        return commands;
    }

    private static String guess(String value) {
        try {
            return decode(value);
        } catch (ServeException e) {
            return value;
        }
    }

    private static Optional<Charset> charset(String name) {
        return PropertyWriter.CHARSETS.stream()
                .filter(charset -> charset.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Of the two values for client and server the client's counts: static content is not kept by the server. */
    private static boolean isOn(String value) throws ServeException {
        return switch (value.split(",", 2)[0].strip().toLowerCase(Locale.ROOT)) {
            case "on", "" -> true;
            case "off" -> false;
            default -> throw new ServeException(new Failure.InvalidParameter("cache", value, "on or off"));
        };
    }

    private static ServeException bad(String request) {
        return new ServeException(new Failure.InvalidParameter("req", request, REQUESTS));
    }

    private static String decode(String value) throws ServeException {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ServeException(new Failure.Malformed("The value is not properly encoded: " + value));
        }
    }
}
