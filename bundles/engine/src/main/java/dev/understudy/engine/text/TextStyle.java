package dev.understudy.engine.text;

import dev.understudy.image.Color;

/**
 * How a run of characters looks.
 *
 * @param size in points
 * @param bold the control word {@code b}
 * @param italic the control word {@code i}
 * @param underlined the {@code ul} control words
 * @param color the control word {@code cf}
 * @param rise how far it stands above the line, in points; negative for below
 * @param script whether it is set smaller, as super- or subscript
 */
record TextStyle(
        double size, boolean bold, boolean italic, boolean underlined, Color color, double rise, boolean script) {

    /** 12 points, black; the default of the reference's page on basic character formatting. */
    static final TextStyle DEFAULT = new TextStyle(12, false, false, false, new Color(0, 0, 0, 255), 0, false);

    TextStyle withSize(double value) {
        return new TextStyle(value, bold, italic, underlined, color, rise, script);
    }

    TextStyle withBold(boolean value) {
        return new TextStyle(size, value, italic, underlined, color, rise, script);
    }

    TextStyle withItalic(boolean value) {
        return new TextStyle(size, bold, value, underlined, color, rise, script);
    }

    TextStyle withUnderlined(boolean value) {
        return new TextStyle(size, bold, italic, value, color, rise, script);
    }

    TextStyle withColor(Color value) {
        return new TextStyle(size, bold, italic, underlined, value, rise, script);
    }

    /** Raised, or lowered when negative, by so many points. */
    TextStyle raised(double value) {
        return new TextStyle(size, bold, italic, underlined, color, value, false);
    }

    /** Set smaller, above or below the line. */
    TextStyle scripted(boolean above) {
        return new TextStyle(size, bold, italic, underlined, color, size * (above ? 0.35 : -0.15), true);
    }
}
