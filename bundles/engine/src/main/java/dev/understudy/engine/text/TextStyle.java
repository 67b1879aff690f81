package dev.understudy.engine.text;

import dev.understudy.image.Color;

/**
 * The look of a run of characters.
 *
 * @param font {@code font::Name}; empty for the default font
 * @param size in points
 * @param bold the control word {@code b}
 * @param italic the control word {@code i}
 * @param underlined the {@code ul} control words
 * @param color the control word {@code cf}
 * @param rise how far it stands above the line, in points; negative for below
 * @param script whether it is set smaller, as super- or subscript
 * @param rightToLeft the control word {@code rtlch}
 */
record TextStyle(
        String font,
        double size,
        boolean bold,
        boolean italic,
        boolean underlined,
        Color color,
        double rise,
        boolean script,
        boolean rightToLeft) {

    /** 12 points, black; the default of the reference's page on basic character formatting. */
    static final TextStyle DEFAULT =
            new TextStyle("", 12, false, false, false, new Color(0, 0, 0, 255), 0, false, false);

    TextStyle withFont(String value) {
        return new TextStyle(value, size, bold, italic, underlined, color, rise, script, rightToLeft);
    }

    TextStyle withSize(double value) {
        return new TextStyle(font, value, bold, italic, underlined, color, rise, script, rightToLeft);
    }

    TextStyle withBold(boolean value) {
        return new TextStyle(font, size, value, italic, underlined, color, rise, script, rightToLeft);
    }

    TextStyle withItalic(boolean value) {
        return new TextStyle(font, size, bold, value, underlined, color, rise, script, rightToLeft);
    }

    TextStyle withUnderlined(boolean value) {
        return new TextStyle(font, size, bold, italic, value, color, rise, script, rightToLeft);
    }

    TextStyle withColor(Color value) {
        return new TextStyle(font, size, bold, italic, underlined, value, rise, script, rightToLeft);
    }

    /** Raised, or lowered when negative, by so many points. */
    TextStyle raised(double value) {
        return new TextStyle(font, size, bold, italic, underlined, color, value, false, rightToLeft);
    }

    /** Set smaller, above or below the line. */
    TextStyle scripted(boolean above) {
        double scriptRise = size * (above ? 0.35 : -0.15);
        return new TextStyle(font, size, bold, italic, underlined, color, scriptRise, true, rightToLeft);
    }

    TextStyle withRightToLeft(boolean value) {
        return new TextStyle(font, size, bold, italic, underlined, color, rise, script, value);
    }
}
