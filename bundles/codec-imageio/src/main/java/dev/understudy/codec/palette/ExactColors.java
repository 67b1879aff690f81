package dev.understudy.codec.palette;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The colors of an image that has few enough of them. */
final class ExactColors {

    private final int[] colors;

    private ExactColors(int[] colors) {
        this.colors = colors;
    }

    /**
     * The colors of an image and others.
     *
     * @param others which are there in any case
     * @return null when there are more than {@code most}
     */
    static @Nullable ExactColors of(PaletteSource source, int[] others, int most) {
        Set<Integer> seen = new TreeSet<>();
        Arrays.stream(others).forEach(seen::add);
        int last = 0;
        for (int i = 0; i < source.count(); i++) {
            int color = source.color(i);
            if (color != last && !source.clear(i)) {
                last = color;
                seen.add(color);
                if (seen.size() > most) {
                    return null;
                }
            }
        }
        return new ExactColors(seen.stream().mapToInt(color -> color).toArray());
    }

    /** 0xAARRGGBB in ascending order. */
    int[] colors() {
        return colors;
    }

    /**
     * The index of each pixel's color.
     *
     * @param key that of transparent pixels
     */
    byte[] indexes(PaletteSource source, int key) {
        byte[] indexes = new byte[source.count()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = (byte) (source.clear(i) ? key : Arrays.binarySearch(colors, source.color(i)));
        }
        return indexes;
    }
}
