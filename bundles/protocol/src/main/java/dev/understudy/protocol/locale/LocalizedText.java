package dev.understudy.protocol.locale;

import dev.understudy.catalog.RecordField;
import dev.understudy.catalog.RecordFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Picks the strings of one language from the fields of records. A string in several languages is written as
 * {@code default^loc=E^English^loc=D^German}; all else is left as it is.
 *
 * <p>Source: the reference's page on text string localization.
 */
final class LocalizedText {

    private static final Pattern TOKEN = Pattern.compile("(?:\\^|%5[Ee])loc=([^^%]*)(?:\\^|%5[Ee])");

    /** Attributes of elements whose values are in quotes. */
    private static final Pattern QUOTED = Pattern.compile("([A-Za-z_][\\w.-]*+)(\\s*+=\\s*+)(\"[^\"]*+\"|'[^']*+')");

    /** What stands between the strings of a set; a color before a string belongs to no language. */
    private static final Pattern SET_ELEMENT =
            Pattern.compile("(\\s*+(?:0[xX]\\p{XDigit}{6}(?=[\\s^])\\s*+)?+)([^,;:{}()]++)");

    private static final Pattern TARGET = Pattern.compile("target\\..*\\.(label|userdata)", Pattern.CASE_INSENSITIVE);

    private final List<String> names;

    /**
     * Strings of a locale.
     *
     * @param names those of the strings, in the order in which they are tried; the empty one is for the string before all names
     */
    LocalizedText(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** The value of a field in this language. */
    String of(RecordField<?> field, String text) {
        if (!TOKEN.matcher(text).find()) {
            return text;
        }
        if (field == RecordFields.USER_DATA) {
            return lines(text, false);
        }
        if (field == RecordFields.TARGETS) {
            return lines(text, true);
        }
        if (field == RecordFields.IMAGE_SET) {
            return SET_ELEMENT.matcher(text).replaceAll(found -> quoted(found.group(1) + string(found.group(2))));
        }
        return field == RecordFields.MAP ? QUOTED.matcher(text).replaceAll(found -> quoted(attribute(found))) : text;
    }

    /** One string in this language: the first that there is, or nothing. */
    String string(String text) {
        Matcher token = TOKEN.matcher(text);
        if (!token.find()) {
            return text;
        }
        Map<String, String> strings = new HashMap<>();
        String name = "";
        int start = 0;
        do {
            strings.putIfAbsent(name, text.substring(start, token.start()));
            name = token.group(1);
            start = token.end();
        } while (token.find());
        strings.putIfAbsent(name, text.substring(start));
        return names.stream()
                .filter(strings::containsKey)
                .map(strings::get)
                .findFirst()
                .orElse("");
    }

    private String lines(String text, boolean targets) {
        return text.lines()
                .map(line -> {
                    int equals = line.indexOf('=');
                    boolean localizable = equals >= 0
                            && (!targets
                                    || TARGET.matcher(line.substring(0, equals).strip())
                                            .matches());
                    return localizable ? line.substring(0, equals + 1) + string(line.substring(equals + 1)) : line;
                })
                .collect(Collectors.joining("\n"));
    }

    private String attribute(MatchResult found) {
        String name = found.group(1).toLowerCase(Locale.ROOT);
        String value = found.group(3);
        String quote = value.substring(0, 1);
        return name.equals("coords") || name.equals("shape")
                ? found.group()
                : found.group(1) + found.group(2) + quote + string(value.substring(1, value.length() - 1)) + quote;
    }

    private static String quoted(String replacement) {
        return Matcher.quoteReplacement(replacement);
    }
}
