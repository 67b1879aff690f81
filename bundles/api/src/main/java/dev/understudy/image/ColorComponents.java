package dev.understudy.image;

/**
 * A color as a request writes it, where that is not the red, green and blue of the reply.
 *
 * @param samples GRAY, RGB or CMYK
 * @param packed a byte for each of its components, the last one lowest
 * @param ofSource whether they mean what they mean in source images, and not in replies
 */
public record ColorComponents(Samples samples, int packed, boolean ofSource) {

    /** The components of a color, 0..255 each. */
    public static ColorComponents of(Samples samples, int... components) {
        if (components.length != samples.planes()) {
            throw new IllegalArgumentException(components.length + " components are no color of " + samples);
        }
        int packed = 0;
        for (int component : components) {
            packed = packed << Byte.SIZE | component & 0xff;
        }
        return new ColorComponents(samples, packed, false);
    }

    /** One of the components, 0..255. */
    public int component(int index) {
        return packed >> (samples.planes() - 1 - index) * Byte.SIZE & 0xff;
    }

    /** The same components as those of source images, or of replies. */
    public ColorComponents withOfSource(boolean source) {
        return new ColorComponents(samples, packed, source);
    }
}
