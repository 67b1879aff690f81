package dev.understudy.engine.compose;

/**
 * The shares of a pixel in which the one above, the one below, and both at once are seen.
 *
 * <p>Source: W3C, Compositing and Blending, the general formula.
 *
 * @param below the opacity of the one below, 0..255
 * @param above the opacity of the one above, 0..255; not 0 if the other one is
 */
record BlendWeights(int below, int above) {

    private static final int MAX = BlendMode.MAX;

    /** The color of the pixel, to the nearest level. */
    byte mixed(BlendMode mode, byte colorBelow, byte colorAbove) {
        int cb = colorBelow & 0xff;
        int cs = colorAbove & 0xff;
        long single = (long) MAX * ((long) cs * above * (MAX - below) + (long) cb * below * (MAX - above));
        long both = (long) above * below * mode.blend(cb, cs);
        long sum = MAX * sum();
        return (byte) ((single + both + sum / 2) / sum);
    }

    /** The opacity of the pixel. */
    byte opacity() {
        return (byte) ((sum() + MAX / 2) / MAX);
    }

    private long sum() {
        return (long) MAX * (above + below) - (long) above * below;
    }
}
