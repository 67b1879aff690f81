package dev.understudy.codec.palette;

import java.util.Arrays;

/** Finds the color of a palette that is most like another one. */
final class NearestColors {

    private static final int BITS = 6;
    private static final int SHIFT = 8 - BITS;
    private static final int MAX = 255;
    private static final int ALPHA_BITS = 3;
    private static final int ALPHA_STEPS = (1 << ALPHA_BITS) - 1;

    private final int[] colors;
    private final short[] found;

    /**
     * A palette.
     *
     * @param colors premultiplied, one at least
     * @param soft whether it is asked for colors that are not opaque
     */
    NearestColors(int[] colors, boolean soft) {
        this.colors = colors;
        found = new short[1 << 3 * BITS + (soft ? ALPHA_BITS : 0)];
        Arrays.fill(found, (short) -1);
    }

    /** Bytes of what has been found. */
    static long memory(boolean soft) {
        return (long) Short.BYTES << 3 * BITS + (soft ? ALPHA_BITS : 0);
    }

    int color(int index) {
        return colors[index];
    }

    /** The index of the color that is like this one; looked up by the upper bits of its components, which are 0..255. */
    int nearest(int red, int green, int blue, int alpha) {
        int step = alpha == MAX ? 0 : ALPHA_STEPS - alpha * ALPHA_STEPS / MAX;
        int key = ((step << BITS | red >> SHIFT) << BITS | green >> SHIFT) << BITS | blue >> SHIFT;
        if (found[key] < 0) {
            int opacity = step == 0 ? MAX : ((2 * (ALPHA_STEPS - step) + 1) * MAX) / (2 * ALPHA_STEPS);
            found[key] = (short) search(middle(red), middle(green), middle(blue), opacity);
        }
        return found[key];
    }

    private static int middle(int component) {
        return (component >> SHIFT << SHIFT) + (1 << SHIFT - 1);
    }

    private int search(int red, int green, int blue, int alpha) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.length; i++) {
            int distance = Premultiplied.distance(colors[i], red, green, blue, alpha);
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }
}
