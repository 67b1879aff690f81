package dev.understudy.image;

/**
 * A color in sRGB.
 *
 * @param red 0..255
 * @param green 0..255
 * @param blue 0..255
 * @param alpha 0 transparent .. 255 opaque
 */
public record Color(int red, int green, int blue, int alpha) {

    public static final Color WHITE = new Color(255, 255, 255, 255);
    public static final Color TRANSPARENT = new Color(0, 0, 0, 0);

    public Color {
        if (((red | green | blue | alpha) & ~0xff) != 0) {
            throw new IllegalArgumentException("a color component outside 0..255");
        }
    }

    /** An opaque color of a packed {@code 0xRRGGBB}. */
    public static Color ofRgb(int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 255);
    }

    /** The same color without transparency. */
    public Color opaque() {
        return alpha == 255 ? this : new Color(red, green, blue, 255);
    }
}
