package dev.understudy.codec.svg.css;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes the property {@code font} apart. */
final class FontShorthand {

    private static final Set<String> STYLES = Set.of("italic", "oblique");
    private static final Set<String> WEIGHTS = Set.of("bold", "bolder", "lighter");
    private static final Set<String> STRETCHES = Set.of(
            "ultra-condensed",
            "extra-condensed",
            "condensed",
            "semi-condensed",
            "semi-expanded",
            "expanded",
            "extra-expanded",
            "ultra-expanded");
    private static final Pattern WEIGHT = Pattern.compile("[1-9]00");
    private static final Pattern SIZE = Pattern.compile(
            "(?i)[0-9.]+([a-z]+|%)|xx-small|x-small|small|medium|large|x-large|xx-large|smaller|larger");

    private FontShorthand() {}

    /** Puts what the shorthand says into the properties that it stands for; as a size that is none where it cannot be read. */
    static void put(Map<String, String> values, String value) {
        List<String> words = CssText.split(value.strip().replaceAll("\\s*/\\s*", "/"), ' ');
        values.put("font-style", "normal");
        values.put("font-weight", "normal");
        values.put("font-variant", "normal");
        values.put("font-stretch", "normal");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).toLowerCase(Locale.ROOT);
            String size = word.split("/", 2)[0];
            if (SIZE.matcher(size).matches() && i + 1 < words.size()) {
                values.put("font-size", size);
                values.put("font-family", String.join(" ", words.subList(i + 1, words.size())));
                return;
            }
            if (!putWord(values, word)) {
                break;
            }
        }
        values.put("font-size", value);
    }

    private static boolean putWord(Map<String, String> values, String word) {
        if (STYLES.contains(word)) {
            values.put("font-style", word);
        } else if (WEIGHTS.contains(word) || WEIGHT.matcher(word).matches()) {
            values.put("font-weight", word);
        } else if (STRETCHES.contains(word)) {
            values.put("font-stretch", word);
        } else if (word.equals("small-caps")) {
            values.put("font-variant", word);
        } else {
            return word.equals("normal");
        }
        return true;
    }
}
