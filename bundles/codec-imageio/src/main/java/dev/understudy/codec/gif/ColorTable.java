package dev.understudy.codec.gif;

import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The colors of a GIF. The index after the last color is the transparent one. */
final class ColorTable {

    /** Colors are looked up by their upper bits, of which there are so many for each component. */
    private static final int BITS = 6;

    private final int[] colors;
    private final short[] nearest = new short[1 << (3 * BITS)];

    ColorTable(int[] colors) {
        this.colors = colors;
        Arrays.fill(nearest, (short) -1);
    }

    /** All colors of an image; null when there are more than {@code limit}. */
    static @Nullable ColorTable exact(RgbPixels pixels, int limit) {
        Map<Integer, Integer> seen = new HashMap<>();
        int last = -1;
        for (int i = 0; i < pixels.count(); i++) {
            int color = pixels.rgb(i);
            if (pixels.opaque(i) && color != last) {
                last = color;
                seen.putIfAbsent(color, seen.size());
                if (seen.size() > limit) {
                    return null;
                }
            }
        }
        return new ColorTable(
                seen.keySet().stream().mapToInt(color -> color).sorted().toArray());
    }

    int size() {
        return colors.length;
    }

    int color(int index) {
        return colors[index];
    }

    int transparent() {
        return colors.length;
    }

    /** The index of the color that is like this one, whose components are 0..255. */
    int nearest(int red, int green, int blue) {
        int shift = 8 - BITS;
        int key = (red >> shift << (2 * BITS)) | (green >> shift << BITS) | (blue >> shift);
        if (nearest[key] < 0) {
            int middle = 1 << (shift - 1);
            nearest[key] = (short) search(
                    (red >> shift << shift) + middle,
                    (green >> shift << shift) + middle,
                    (blue >> shift << shift) + middle);
        }
        return nearest[key];
    }

    private int search(int red, int green, int blue) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length; i++) {
            int distance = distance(colors[i], red, green, blue);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Squared, with the weights that the eye gives the components. */
    private static int distance(int color, int red, int green, int blue) {
        int dr = (color >> 16) - red;
        int dg = ((color >> 8) & 0xff) - green;
        int db = (color & 0xff) - blue;
        return 2 * dr * dr + 4 * dg * dg + db * db;
    }

    /** The indexes of an image all of whose colors are in the table. */
    byte[] indexes(RgbPixels pixels) {
        byte[] indexes = new byte[pixels.count()];
        for (int i = 0; i < indexes.length; i++) {
            int index = pixels.opaque(i) ? Arrays.binarySearch(colors, pixels.rgb(i)) : transparent();
            indexes[i] = (byte) index;
        }
        return indexes;
    }

    IndexColorModel model(boolean keyed) {
        int size = Math.max(2, colors.length + (keyed ? 1 : 0));
        byte[][] bands = new byte[3][size];
        for (int i = 0; i < colors.length; i++) {
            bands[0][i] = (byte) (colors[i] >> 16);
            bands[1][i] = (byte) (colors[i] >> 8);
            bands[2][i] = (byte) colors[i];
        }
        return new IndexColorModel(8, size, bands[0], bands[1], bands[2], keyed ? transparent() : -1);
    }
}
