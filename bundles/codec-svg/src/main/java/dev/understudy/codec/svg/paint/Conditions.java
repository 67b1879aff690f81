package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.document.SvgElement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Whether an element is drawn at all: what it needs, and for whom it is, which is people who read English. */
final class Conditions {

    private static final String LANGUAGE = "en";

    private static final Set<String> FEATURES = Set.of(
            "SVG",
            "SVG-static",
            "CoreAttribute",
            "Structure",
            "BasicStructure",
            "ContainerAttribute",
            "ConditionalProcessing",
            "Image",
            "Style",
            "ViewportAttribute",
            "Shape",
            "PaintAttribute",
            "BasicPaintAttribute",
            "OpacityAttribute",
            "GraphicsAttribute",
            "BasicGraphicsAttribute",
            "Marker",
            "Gradient",
            "Pattern",
            "Clip",
            "BasicClip",
            "Mask",
            "XlinkAttribute");

    private Conditions() {}

    static boolean hold(SvgElement element) {
        String extensions = element.attribute("requiredExtensions");
        String features = element.attribute("requiredFeatures");
        String languages = element.attribute("systemLanguage");
        return (extensions == null || extensions.isBlank())
                && (features == null || haveAll(features))
                && (languages == null || isOneOf(languages));
    }

    private static boolean haveAll(String features) {
        return Arrays.stream(features.strip().split("\\s+"))
                .allMatch(feature -> FEATURES.contains(feature.substring(feature.indexOf('#') + 1)));
    }

    private static boolean isOneOf(String languages) {
        return Arrays.stream(languages.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(language -> language.equals(LANGUAGE) || language.startsWith(LANGUAGE + "-"));
    }
}
