package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Samples;

/** Inks of colors by arithmetic alone, as if inks were plain filters: what {@link Rgb#of} makes of inks, the other way. */
final class Inks {

    private static final int FULL = 255;

    private Inks() {}

    /** The image in cyan, magenta, yellow, and as much black as they have in common. */
    static Pixels of(Pixels pixels) {
        Pixels rgb = Rgb.of(pixels);
        byte[] red = rgb.plane(0).samples();
        byte[] green = rgb.plane(1).samples();
        byte[] blue = rgb.plane(2).samples();
        byte[][] inks = new byte[4][red.length];
        for (int i = 0; i < red.length; i++) {
            int light = Math.max(red[i] & 0xff, Math.max(green[i] & 0xff, blue[i] & 0xff));
            inks[0][i] = ink(red[i], light);
            inks[1][i] = ink(green[i], light);
            inks[2][i] = ink(blue[i], light);
            inks[3][i] = (byte) (FULL - light);
        }
        return new Pixels(Samples.CMYK, Rgb.planes(rgb.width(), rgb.height(), inks), pixels.alpha(), null);
    }

    private static byte ink(byte passed, int light) {
        return light == 0 ? 0 : (byte) (FULL - ((passed & 0xff) * FULL + light / 2) / light);
    }
}
