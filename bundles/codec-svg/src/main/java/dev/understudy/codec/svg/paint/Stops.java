package dev.understudy.codec.svg.paint;

/**
 * The colors of a gradient along its length.
 *
 * @param offsets where they are, from 0 to 1, none below the one before it
 * @param colors alpha, red, green and blue, 8 bits each
 * @param opacity of all of them
 */
record Stops(double[] offsets, int[] colors, double opacity) {

    boolean isEmpty() {
        return colors.length == 0;
    }

    int last() {
        return premultiplied(colors.length - 1, colors.length - 1, 0);
    }

    /** The color at a place, multiplied by its alpha; places before and behind have the color of the end. */
    int at(double place) {
        int after = 0;
        while (after < offsets.length && offsets[after] <= place) {
            after++;
        }
        if (after == 0 || after == offsets.length) {
            int end = Math.min(after, offsets.length - 1);
            return premultiplied(end, end, 0);
        }
        double from = offsets[after - 1];
        return premultiplied(after - 1, after, (place - from) / (offsets[after] - from));
    }

    private int premultiplied(int first, int second, double share) {
        double alpha = mixed(first, second, share, 24) * opacity;
        int result = rounded(alpha);
        for (int shift = 16; shift >= 0; shift -= 8) {
            result = result << 8 | rounded(mixed(first, second, share, shift) * alpha / 255);
        }
        return result;
    }

    private double mixed(int first, int second, double share, int shift) {
        return (colors[first] >>> shift & 0xff) * (1 - share) + (colors[second] >>> shift & 0xff) * share;
    }

    private static int rounded(double value) {
        return (int) (value + 0.5);
    }
}
