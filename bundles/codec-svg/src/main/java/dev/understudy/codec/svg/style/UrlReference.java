package dev.understudy.codec.svg.style;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that begins {@code url(#id)}.
 *
 * @param id of an element of the same file
 * @param rest what stands behind it
 */
public record UrlReference(String id, String rest) {

    private static final Pattern SYNTAX = Pattern.compile(
            "url\\(\\s*[\"']?#(?<id>[^\"')]+?)[\"']?\\s*\\)(?<rest>.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads a value; null for one that is something else, or in another file. */
    public static @Nullable UrlReference parse(String value) {
        Matcher matcher = SYNTAX.matcher(value.strip());
        return matcher.matches()
                ? new UrlReference(matcher.group("id"), matcher.group("rest").strip())
                : null;
    }
}
