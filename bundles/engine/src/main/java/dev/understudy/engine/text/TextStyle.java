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
 * @param capitals how small letters are drawn
 * @param spacing the room that characters take
 * @param copyFit how far it may grow
 * @param sideways whether letters are turned with a line that runs from top to bottom; the control word {@code baselinedir}
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
        boolean rightToLeft,
        Capitals capitals,
        CharacterSpacing spacing,
        CopyFit copyFit,
        boolean sideways) {

    /** 12 points, black; the default of the reference's page on basic character formatting. */
    static final TextStyle DEFAULT = new TextStyle(
            "",
            12,
            false,
            false,
            false,
            new Color(0, 0, 0, 255),
            0,
            false,
            false,
            Capitals.AS_WRITTEN,
            CharacterSpacing.DEFAULT,
            CopyFit.NONE,
            false);

    /** The size of small capitals, as Photoshop has it. */
    private static final double SMALL_CAPITAL = 0.7;

    TextStyle withFont(String value) {
        return new TextStyle(
                value,
                size,
                bold,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withSize(double value) {
        return new TextStyle(
                font,
                value,
                bold,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withBold(boolean value) {
        return new TextStyle(
                font,
                size,
                value,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withItalic(boolean value) {
        return new TextStyle(
                font,
                size,
                bold,
                value,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withUnderlined(boolean value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                value,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withColor(Color value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                value,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    /** Raised, or lowered when negative, by so many points. */
    TextStyle raised(double value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                color,
                value,
                false,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    /** Set smaller, above or below the line. */
    TextStyle scripted(boolean above) {
        double scriptRise = size * (above ? 0.35 : -0.15);
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                color,
                scriptRise,
                true,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withRightToLeft(boolean value) {
        return new TextStyle(
                font, size, bold, italic, underlined, color, rise, script, value, capitals, spacing, copyFit, sideways);
    }

    TextStyle withCapitals(Capitals value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                value,
                spacing,
                copyFit,
                sideways);
    }

    TextStyle withSpacing(CharacterSpacing value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                value,
                copyFit,
                sideways);
    }

    TextStyle withCopyFit(CopyFit value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                value,
                sideways);
    }

    TextStyle withSideways(boolean value) {
        return new TextStyle(
                font,
                size,
                bold,
                italic,
                underlined,
                color,
                rise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                value);
    }

    /** The style of a small capital among letters of this style. */
    TextStyle smallCapital() {
        return withSize(size * SMALL_CAPITAL).withCopyFit(copyFit.withLargest(copyFit.largest() * SMALL_CAPITAL));
    }

    /** Whether it grows to fill its box. */
    boolean grows() {
        return copyFit.largest() > size;
    }

    /**
     * As large as it is when text has grown.
     *
     * @param growth 0 for the size that is written, 1 for the largest one
     */
    TextStyle grown(double growth) {
        if (!grows()) {
            return this;
        }
        double grown = size + (copyFit.largest() - size) * growth;
        double grownRise = script ? rise * grown / size : rise;
        return new TextStyle(
                font,
                grown,
                bold,
                italic,
                underlined,
                color,
                grownRise,
                script,
                rightToLeft,
                capitals,
                spacing,
                copyFit,
                sideways);
    }
}
