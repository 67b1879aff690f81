package dev.understudy.codec.svg.paint;

import dev.understudy.codec.svg.style.Style;
import dev.understudy.codec.svg.style.StyleProperty;
import dev.understudy.codec.svg.value.ColorValues;

/** Reads colors, for {@code currentColor} that of the property {@code color}. */
final class ColorReader {

    /** A color as alpha, red, green and blue. */
    int color(Style style, StyleProperty property) {
        return color(style, property, style.value(property));
    }

    /** A color that is a part of a property's value. */
    int color(Style style, StyleProperty property, String value) {
        String plain = withoutProfile(value);
        if (!plain.equalsIgnoreCase("currentColor")) {
            return style.read(property.text(), plain, ColorValues::parse);
        }
        Style told = property == StyleProperty.COLOR ? style : style.of(StyleProperty.COLOR);
        String current = told.value(StyleProperty.COLOR);
        return current.equalsIgnoreCase("currentColor") ? 0xff000000 : told.read("color", current, ColorValues::parse);
    }

    /** The color in sRGB; what it is in another color space may stand behind it. */
    private static String withoutProfile(String value) {
        int profile = value.indexOf("icc-color");
        return profile > 0 ? value.substring(0, profile).strip() : value;
    }
}
