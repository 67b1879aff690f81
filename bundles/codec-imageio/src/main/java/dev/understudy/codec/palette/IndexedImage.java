package dev.understudy.codec.palette;

import dev.understudy.image.Plane;
import java.util.List;

/**
 * An image of palette colors.
 *
 * @param indexes which color each pixel has
 * @param colors 0xAARRGGBB, 1 to 256 of them
 * @param key the index of the wholly transparent color, -1 for none
 */
public record IndexedImage(Plane indexes, List<Integer> colors, int key) {

    public IndexedImage {
        colors = List.copyOf(colors);
    }

    /** A component of each color, by the number of bits on its right. */
    public byte[] components(int shift) {
        byte[] components = new byte[colors.size()];
        for (int i = 0; i < components.length; i++) {
            components[i] = (byte) (colors.get(i) >> shift);
        }
        return components;
    }
}
