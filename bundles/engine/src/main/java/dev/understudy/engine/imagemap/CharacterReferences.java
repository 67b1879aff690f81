package dev.understudy.engine.imagemap;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** References to characters in attributes of HTML: those of XML, and those by number. */
final class CharacterReferences {

    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX](\\p{XDigit}{1,6})|(amp|lt|gt|quot|apos));");

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'");

    private CharacterReferences() {}

    /** The text with characters in the place of references to them; what is none stays. */
    static String replaced(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        character(found.group(1), found.group(2), found.group(3), found.group())));
    }

    private static String character(
            @Nullable String decimal, @Nullable String hexadecimal, @Nullable String name, String written) {
        if (name != null) {
            return NAMED.getOrDefault(name, written);
        }
        int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(String.valueOf(hexadecimal), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : written;
    }
}
