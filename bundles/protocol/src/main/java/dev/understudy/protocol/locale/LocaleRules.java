package dev.understudy.protocol.locale;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The value of {@code LocaleMap} or {@code LocaleStrMap}: for each locale the suffixes of ids, or the names of strings, in the order in
 * which they are tried. The item without a locale is for those that the others do not name.
 *
 * <p>Source: the reference's pages on LocaleMap and LocaleStrMap.
 */
final class LocaleRules {

    private final List<LocaleRule> items;

    private LocaleRules(List<LocaleRule> items) {
        this.items = items;
    }

    /** What one locale is given. */
    private record LocaleRule(String locale, List<String> values) {}

    /** The rules that a text says. */
    static LocaleRules of(String text) {
        List<LocaleRule> items = new ArrayList<>();
        for (String item : split(text, '|')) {
            List<String> parts = split(item, ',');
            items.add(new LocaleRule(parts.get(0), List.copyOf(parts.subList(1, parts.size()))));
        }
        return new LocaleRules(items);
    }

    /** What a locale is given by an item of its own, or else by the one for all others; empty when there is neither. */
    Optional<List<String>> forLocale(String locale) {
        return values(locale).or(() -> values(""));
    }

    /** All suffixes or names, each once, in the order in which they are written. */
    Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        items.forEach(item -> all.addAll(item.values()));
        return all;
    }

    private Optional<List<String>> values(String locale) {
        return items.stream()
                .filter(item -> item.locale().equalsIgnoreCase(locale))
                .map(LocaleRule::values)
                .findFirst();
    }

    private static List<String> split(String text, char separator) {
        return Arrays.stream(text.split(Pattern.quote(String.valueOf(separator)), -1))
                .map(String::strip)
                .toList();
    }
}
