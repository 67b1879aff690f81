package dev.understudy.itest.bench.peers;

import java.util.Locale;

/**
 * What is asked for.
 *
 * @param region whether a square of the source at full size is wanted, out of its middle, and not all of it made smaller
 * @param width in pixels
 * @param format jpeg, webp or png; at quality 80 where there is one
 * @param atOnce how many of it are asked for at the same time
 */
record Derivative(BenchSource source, boolean region, int width, String format, int atOnce) {

    /** All of a source, smaller. */
    static Derivative of(BenchSource source, int width, String format) {
        return new Derivative(source, false, width, format, 1);
    }

    int left() {
        return (source.width() - width) / 2;
    }

    int top() {
        return (source.height() - width) / 2;
    }

    /** The request to an Understudy, which must neither keep the reply nor answer with one that it has kept. */
    String target() {
        String wanted = region
                ? String.format(Locale.ROOT, "crop=%d,%d,%d,%d&scl=1", left(), top(), width, width)
                : "wid=" + width;
        return "/is/image/bench/" + source.name() + "?" + wanted + "&qlt=80,0&resMode=sharp2&cache=off&fmt=" + format;
    }

    @Override
    public String toString() {
        return source.name() + (region ? " square " : " to ") + width + ", " + format
                + (atOnce > 1 ? ", " + atOnce + " at once" : "");
    }
}
