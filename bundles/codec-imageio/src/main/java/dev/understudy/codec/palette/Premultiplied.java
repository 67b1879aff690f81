package dev.understudy.codec.palette;

/**
 * Colors whose components are as large as they show: multiplied with the opacity. So differences between colors are those that are
 * seen, and what shows little counts little. Opaque colors are the same in both forms.
 */
final class Premultiplied {

    /** Red, green, blue, opacity. */
    static final int COMPONENTS = 4;

    /** Squares of differences count so much more, as the eye has it; opacity as much as the brightness of all three. */
    private static final int[] WEIGHTS = {2, 4, 1, 7};

    private static final int MAX = 255;

    private Premultiplied() {}

    /** The weight of a component in differences. */
    static int weight(int component) {
        return WEIGHTS[component];
    }

    /** A color 0xAARRGGBB with its components multiplied. */
    static int of(int color) {
        int alpha = color >>> 24;
        if (alpha == MAX) {
            return color;
        }
        return alpha << 24
                | multiplied(color >> 16, alpha) << 16
                | multiplied(color >> 8, alpha) << 8
                | multiplied(color, alpha);
    }

    private static int multiplied(int component, int alpha) {
        return ((component & MAX) * alpha + MAX / 2) / MAX;
    }

    /** The color 0xAARRGGBB whose multiplied form this is, or is nearest to this. */
    static int undo(int color) {
        int alpha = color >>> 24;
        if (alpha == MAX || alpha == 0) {
            return color;
        }
        return alpha << 24
                | divided(color >> 16, alpha) << 16
                | divided(color >> 8, alpha) << 8
                | divided(color, alpha);
    }

    private static int divided(int component, int alpha) {
        return Math.min(MAX, ((component & MAX) * MAX + alpha / 2) / alpha);
    }

    /** A component of a color: 0 red, 1 green, 2 blue, 3 opacity. */
    static int component(int color, int component) {
        return component == 3 ? color >>> 24 : color >> 16 - 8 * component & MAX;
    }

    /** A color of four components. */
    static int color(int red, int green, int blue, int alpha) {
        return alpha << 24 | red << 16 | green << 8 | blue;
    }

    /** How different two colors look. */
    static int distance(int color, int red, int green, int blue, int alpha) {
        int dr = (color >> 16 & MAX) - red;
        int dg = (color >> 8 & MAX) - green;
        int db = (color & MAX) - blue;
        int da = (color >>> 24) - alpha;
        return WEIGHTS[0] * dr * dr + WEIGHTS[1] * dg * dg + WEIGHTS[2] * db * db + WEIGHTS[3] * da * da;
    }
}
