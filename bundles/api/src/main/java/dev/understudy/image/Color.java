package dev.understudy.image;

import org.jspecify.annotations.Nullable;

/**
 * A color in the red, green and blue of the reply, which are sRGB unless somebody says otherwise.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 * @param alpha 0 transparent .. 255 opaque
 * @param written what the request writes, if that is something else, of which the color is a conversion by arithmetic alone; null
 *     once it has been converted as the profiles have it
 */
public record Color(
        int red, int green, int blue, int alpha, @Nullable ColorComponents written) {

    public static final Color WHITE = new Color(255, 255, 255, 255);
    public static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    public Color {
        if (((red | green | blue | alpha) & ~0xff) != 0) {
            throw new IllegalArgumentException("a color component outside 0..255");
        }
    }

    /** A color that is written in red, green and blue. */
    public Color(int red, int green, int blue, int alpha) {
        this(red, green, blue, alpha, null);
    }

    /** The same color, written in another way. */
    public Color withWritten(@Nullable ColorComponents other) {
        return new Color(red, green, blue, alpha, other);
    }

    /** An opaque color of a packed {@code 0xRRGGBB}. */
    public static Color ofRgb(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 255);
    }

    /** The same color without transparency. */
    public Color opaque() {
        return alpha == 255 ? this : new Color(red, green, blue, 255, written);
    }
}
