package dev.understudy.codec.svg.font;

import dev.understudy.codec.svg.css.FontFaceRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a face.
 *
 * @param look how it looks
 * @param ranges the characters that it is for
 * @param undrawn what is said and cannot be drawn; null for nothing
 */
record FaceDescriptors(
        FaceLook look, CharacterRanges ranges, @Nullable String undrawn) {

    private static final Pattern WEIGHT =
            Pattern.compile("(?<least>normal|bold|auto|[0-9]{1,4})(\\s+(?<most>normal|bold|[0-9]{1,4}))?");

    private static final Pattern STYLE = Pattern.compile("(normal|auto)|italic|oblique( .*)?");

    /** Descriptors that are not drawn, with the values that change nothing. */
    private static final Map<String, List<String>> USUAL = Map.of(
            "font-stretch", List.of("normal", "auto", "100%"),
            "size-adjust", List.of("100%"),
            "ascent-override", List.of("normal"),
            "descent-override", List.of("normal"),
            "font-feature-settings", List.of("normal"),
            "font-variation-settings", List.of("normal"),
            "font-variant", List.of("normal"));

    /** What a rule says. */
    static FaceDescriptors of(FontFaceRule rule) {
        Matcher weight = WEIGHT.matcher(said(rule, "font-weight"));
        Matcher style = STYLE.matcher(said(rule, "font-style"));
        Optional<CharacterRanges> ranges = rule.descriptors().containsKey("unicode-range")
                ? CharacterRanges.parse(rule.descriptor("unicode-range", ""))
                : Optional.of(CharacterRanges.ALL);
        boolean italic = style.matches() && style.group(1) == null;
        FaceLook look = weight.matches() ? look(weight, italic) : new FaceLook(weight("normal"), italic);
        String undrawn = undrawn(rule, "font-weight", weight.matches());
        undrawn = undrawn == null ? undrawn(rule, "font-style", style.matches()) : undrawn;
        undrawn = undrawn == null ? undrawn(rule, "unicode-range", ranges.isPresent()) : undrawn;
        for (Map.Entry<String, List<String>> usual : USUAL.entrySet()) {
            String name = usual.getKey();
            boolean drawn =
                    !rule.descriptors().containsKey(name) || usual.getValue().contains(said(rule, name));
            undrawn = undrawn == null ? undrawn(rule, name, drawn) : undrawn;
        }
        return new FaceDescriptors(look, ranges.orElse(CharacterRanges.ALL), undrawn);
    }

    private static String said(FontFaceRule rule, String name) {
        return rule.descriptor(name, "normal").strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String undrawn(FontFaceRule rule, String name, boolean drawn) {
        return drawn ? null : "'" + rule.descriptor(name, "") + "' as its " + name;
    }

    private static FaceLook look(Matcher weight, boolean italic) {
        int least = weight(weight.group("least"));
        String most = weight.group("most");
        int other = most == null ? least : weight(most);
        return new FaceLook(Math.min(least, other), Math.max(least, other), italic);
    }

    private static int weight(String said) {
        return switch (said) {
            case "normal", "auto" -> 400;
            case "bold" -> 700;
            default -> Integer.parseInt(said);
        };
    }
}
