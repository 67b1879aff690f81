package dev.understudy.failure;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a request wants its properties, and so its errors.
 *
 * @param syntax the second value of {@code req=}
 * @param handler the function of {@code handler=}, null for the usual name; JSON and JavaScript only
 * @param id the value of {@code id=}, null when there is none
 * @param charset the character set asked for with {@code req=type,syntax,charset}, null for UTF-8
 */
public record ErrorForm(
        PropertySyntax syntax,
        @Nullable String handler,
        @Nullable String id,
        @Nullable String charset) {

    /** Plain text, which images and static content have. */
    public static final ErrorForm PLAIN = new ErrorForm(PropertySyntax.PLAIN, null, null, null);

    /** The forms of property data. */
    public enum PropertySyntax {
        /** Plain text for people: answers that are no properties. */
        PLAIN,
        /** Java property file. */
        TEXT,
        /** JavaScript variables. */
        JAVASCRIPT,
        /** XML. */
        XML,
        /** JSON in a call of a function. */
        JSON;

        /** The form of a name in {@code req=}: text, javascript, xml or json. */
        public static Optional<PropertySyntax> of(String name) {
            return Arrays.stream(values())
                    .filter(syntax -> syntax != PLAIN && syntax.name().equalsIgnoreCase(name))
                    .findFirst();
        }
    }
}
