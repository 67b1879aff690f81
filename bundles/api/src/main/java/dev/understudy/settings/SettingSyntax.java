package dev.understudy.settings;

import dev.understudy.catalog.Syntax;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of a setting's value.
 *
 * @param <T> the type that a value is read as
 * @param type the type for consoles
 * @param allowed the range or form, for messages and tables
 * @param least the least number; null where the value is not a number
 * @param most the greatest number; null where the value is not a number
 * @param separator the separator of a list's elements, for configurations that have lists
 * @param parser reads text without surrounding white space; an {@link IllegalArgumentException} may have a message that says
 *     what is wrong
 */
public record SettingSyntax<T>(
        SettingType type,
        String allowed,
        @Nullable Long least,
        @Nullable Long most,
        String separator,
        Function<String, T> parser)
        implements Syntax<T> {

    private static final String COMMA = ",";
    private static final String SEMICOLON = ";";

    @Override
    public T parse(String text) {
        return parser.apply(text.strip());
    }

    /** Integers of a range. */
    public static SettingSyntax<Integer> integer(int least, int most) {
        return number(SettingType.INTEGER, "an integer from ", least, most, Math::toIntExact);
    }

    /** Large integers of a range. */
    public static SettingSyntax<Long> large(long least, long most) {
        return number(SettingType.LONG, "an integer from ", least, most, Function.identity());
    }

    /** Durations in whole milliseconds. */
    public static SettingSyntax<Duration> millis(long least, long most) {
        return number(SettingType.LONG, "milliseconds from ", least, most, Duration::ofMillis);
    }

    /** {@code true} and {@code false}. */
    public static SettingSyntax<Boolean> flag() {
        return of(SettingType.BOOLEAN, "true or false", COMMA, text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    /** Text of a form that a parser reads. */
    public static <T> SettingSyntax<T> text(String allowed, Function<String, T> parser) {
        return list(allowed, COMMA, parser);
    }

    /** Text of a form that a parser reads, with elements between separators. */
    public static <T> SettingSyntax<T> list(String allowed, String separator, Function<String, T> parser) {
        return of(SettingType.TEXT, allowed, separator, parser);
    }

    /** A folder as an absolute path; nothing for empty text. */
    public static SettingSyntax<Optional<Path>> folder() {
        return text(
                "a folder, or empty for none", text -> text.isEmpty() ? Optional.empty() : Optional.of(absolute(text)));
    }

    /** A file as an absolute path; nothing for empty text. */
    public static SettingSyntax<Optional<Path>> file() {
        return text(
                "a file, or empty for none", text -> text.isEmpty() ? Optional.empty() : Optional.of(absolute(text)));
    }

    /** A password, or the file that has one. */
    public static SettingSyntax<Secret> secret() {
        return of(
                SettingType.PASSWORD,
                "a password, or `file:` and the path of a file whose first line is one; empty for none",
                COMMA,
                Secret::new);
    }

    /** Folders separated by semicolons, as absolute paths, each once. */
    public static SettingSyntax<List<Path>> folders() {
        return paths("folders");
    }

    /** Files separated by semicolons, as absolute paths, each once. */
    public static SettingSyntax<List<Path>> files() {
        return paths("files");
    }

    private static SettingSyntax<List<Path>> paths(String what) {
        return list(
                what + " separated by ';', or empty for none",
                SEMICOLON,
                text -> Arrays.stream(text.split(SEMICOLON))
                        .map(String::strip)
                        .filter(folder -> !folder.isEmpty())
                        .map(SettingSyntax::absolute)
                        .distinct()
                        .toList());
    }

    private static Path absolute(String folder) {
        try {
            return Path.of(folder).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("'" + folder + "' is not a path", e);
        }
    }

    private static <T> SettingSyntax<T> number(
            SettingType type, String what, long least, long most, Function<Long, T> conversion) {
        return new SettingSyntax<>(type, what + least + " to " + most, least, most, COMMA, text -> {
            long value = number(text);
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return conversion.apply(value);
        });
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            // The range says that a number is needed; the exception's own words add nothing.
            throw new IllegalArgumentException((String) null, e);
        }
    }

    private static <T> SettingSyntax<T> of(
            SettingType type, String allowed, String separator, Function<String, T> parser) {
        return new SettingSyntax<>(type, allowed, null, null, separator, parser);
    }
}
