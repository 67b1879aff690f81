package dev.understudy.engine.text;

import dev.understudy.image.Color;

/**
 * What is alike in all characters of a segment of a line.
 *
 * @param rise how far their base line is above that of the line, in points
 * @param scaleY how high they are, of what their font has
 * @param slant how far they lean to the right, of their height, where their font has no italics; 0 for upright
 * @param underlined whether there is a line under them
 * @param color of all of them
 */
record SegmentLook(double rise, double scaleY, double slant, boolean underlined, Color color) {

    private static final double SLANT = 0.2;

    /**
     * The look of characters of a style.
     *
     * @param slanted whether their font has no italics, and the style wants some
     */
    static SegmentLook of(TextStyle style, boolean slanted) {
        CharacterSpacing spacing = style.spacing();
        double slant = slanted ? SLANT * spacing.scaleX() / spacing.scaleY() : 0;
        return new SegmentLook(style.rise(), spacing.scaleY(), slant, style.underlined(), style.color());
    }
}
