package dev.understudy.codec.svg.style;

import static java.util.Map.entry;

import dev.understudy.codec.svg.document.SvgElement;
import dev.understudy.codec.svg.document.SvgRefusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Properties and attributes that can change an image and are not drawn, each with the values that change nothing. All that is
 * neither here nor drawn changes no image without text: fonts, cursors, hints, and what nobody has ever given a meaning.
 */
final class UndrawnProperties {

    private static final List<String> NONE = List.of("none");
    private static final List<String> AUTO = List.of("auto");
    private static final List<String> NORMAL = List.of("normal");
    private static final List<String> ZERO = List.of("0 0", "0px 0px", "0", "0px", "top left", "left top");

    private static final Map<String, List<String>> HARMLESS = Map.ofEntries(
            entry("-webkit-clip-path", NONE),
            entry("-webkit-filter", NONE),
            entry("-webkit-mask", NONE),
            entry("-webkit-mask-image", NONE),
            entry("all", List.of()),
            entry("backdrop-filter", NONE),
            entry("clip", AUTO),
            entry("color-interpolation", List.of("srgb", "auto")),
            entry("color-profile", List.of("auto", "srgb")),
            entry("mask-border", NONE),
            entry("mask-border-source", NONE),
            entry("mask-clip", List.of("border-box", "no-clip")),
            entry("mask-composite", List.of("add")),
            entry("mask-image", NONE),
            entry("mask-mode", List.of("match-source")),
            entry("mix-blend-mode", NORMAL),
            entry("offset-path", NONE),
            entry("perspective", NONE),
            entry("rotate", List.of("none", "0", "0deg", "auto")),
            entry("scale", List.of("none", "1")),
            entry("transform-box", List.of("view-box", "border-box")),
            entry("translate", List.of("none", "0")),
            entry("zoom", List.of("1", "normal", "100%")));

    private static final List<String> NO_BACKGROUND = List.of("none", "transparent");

    /** Elements whose attribute {@code rotate} turns letters. */
    private static final Set<String> TEXTS = Set.of("text", "tspan");

    /** Elements whose transforms are always about the corner. */
    private static final Set<String> UNPLACED = Set.of("linearGradient", "radialGradient", "pattern", "clipPath");

    private UndrawnProperties() {}

    /** Refuses an element with a property that cannot be drawn. */
    static void check(SvgElement element, Map<String, String> properties) {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            List<String> harmless = HARMLESS.get(property.getKey());
            boolean ofLetters = property.getKey().equals("rotate") && TEXTS.contains(element.name());
            if (harmless != null && !ofLetters && !isOneOf(property.getValue(), harmless)) {
                throw SvgRefusal.ofValue(element, property.getKey(), property.getValue());
            }
            boolean moved = property.getKey().equals("transform-origin") && UNPLACED.contains(element.name());
            if (moved && !isOneOf(property.getValue(), ZERO)) {
                throw SvgRefusal.ofValue(element, property.getKey(), property.getValue());
            }
            boolean background = property.getKey().equals("background")
                    || property.getKey().equals("background-color")
                    || property.getKey().equals("background-image");
            if (background && element.parent() == null && !isOneOf(property.getValue(), NO_BACKGROUND)) {
                throw SvgRefusal.ofValue(element, property.getKey(), property.getValue());
            }
        }
    }

    private static boolean isOneOf(String value, List<String> harmless) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        return harmless.contains(plain) || plain.equals("initial") || plain.equals("unset");
    }
}
