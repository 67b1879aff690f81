package dev.understudy.codec.palette;

import java.util.Arrays;

/** Floyd and Steinberg's error diffusion, to and fro, so that no pattern runs one way. */
final class Diffusion {

    private static final int MAX = 255;
    private static final int COMPONENTS = Premultiplied.COMPONENTS;

    private final PaletteSource source;
    private final NearestColors colors;
    private final int key;
    private final int width;
    /** Errors in sixteenths, four components a pixel, with a pixel to spare on either side. */
    private int[] present;

    private int[] below;

    /**
     * A diffusion.
     *
     * @param key the index that transparent pixels get
     */
    Diffusion(PaletteSource source, NearestColors colors, int key) {
        this.source = source;
        this.colors = colors;
        this.key = key;
        this.width = source.width();
        this.present = new int[(width + 2) * COMPONENTS];
        this.below = new int[(width + 2) * COMPONENTS];
    }

    /** The index of each pixel's color. */
    byte[] indexes() {
        byte[] indexes = new byte[source.count()];
        boolean forward = true;
        for (int row = 0; row < indexes.length; row += width) {
            if (forward) {
                for (int x = 0; x < width; x++) {
                    indexes[row + x] = place(row, x, 1);
                }
            } else {
                for (int x = width - 1; x >= 0; x--) {
                    indexes[row + x] = place(row, x, -1);
                }
            }
            forward = !forward;
            int[] done = present;
            present = below;
            below = done;
            Arrays.fill(below, 0);
        }
        return indexes;
    }

    private byte place(int row, int x, int direction) {
        if (source.clear(row + x)) {
            return (byte) key;
        }
        int color = Premultiplied.of(source.color(row + x));
        int at = (x + 1) * COMPONENTS;
        int opacity = color >>> 24;
        int alpha = opacity == MAX ? MAX : wanted(opacity, at + 3, MAX);
        int red = wanted(color >> 16 & MAX, at, alpha);
        int green = wanted(color >> 8 & MAX, at + 1, alpha);
        int blue = wanted(color & MAX, at + 2, alpha);
        int entry = colors.nearest(red, green, blue, alpha);
        int given = colors.color(entry);
        spread(at, direction, red - (given >> 16 & MAX));
        spread(at + 1, direction, green - (given >> 8 & MAX));
        spread(at + 2, direction, blue - (given & MAX));
        spread(at + 3, direction, alpha - (given >>> 24));
        return (byte) entry;
    }

    private int wanted(int component, int at, int most) {
        return Math.max(0, Math.min(most, component + (present[at] + 8 >> 4)));
    }

    private void spread(int at, int direction, int error) {
        int ahead = COMPONENTS * direction;
        present[at + ahead] += 7 * error;
        below[at - ahead] += 3 * error;
        below[at] += 5 * error;
        below[at + ahead] += error;
    }
}
