package dev.understudy.codec.palette;

import java.util.ArrayList;
import java.util.List;

/** Palettes that are the same for every image, as opaque colors. */
final class FixedPalettes {

    private static final int OPAQUE = 0xff << 24;
    private static final int STEP = 0x33;
    private static final int FINE_STEP = 0x11;
    private static final int WHITE = 0xff;

    private FixedPalettes() {}

    /** All colors whose components are among 00, 33, 66, 99, cc and ff. */
    static int[] web() {
        return cube().stream().mapToInt(color -> color).toArray();
    }

    /**
     * The palette of Macintosh systems with 256 colors: that of the web, and what is missing there of the multiples of 11 in pure
     * red, green and blue and in gray.
     */
    static int[] mac() {
        List<Integer> colors = new ArrayList<>(cube());
        for (int shade = FINE_STEP; shade < WHITE; shade += FINE_STEP) {
            if (shade % STEP != 0) {
                colors.addAll(
                        List.of(OPAQUE | shade << 16, OPAQUE | shade << 8, OPAQUE | shade, OPAQUE | shade * 0x010101));
            }
        }
        return colors.stream().mapToInt(color -> color).toArray();
    }

    private static List<Integer> cube() {
        List<Integer> colors = new ArrayList<>();
        for (int red = 0; red <= WHITE; red += STEP) {
            for (int green = 0; green <= WHITE; green += STEP) {
                for (int blue = 0; blue <= WHITE; blue += STEP) {
                    colors.add(OPAQUE | red << 16 | green << 8 | blue);
                }
            }
        }
        return colors;
    }
}
