package dev.understudy.codec.avif;

import dev.understudy.codec.raster.Chroma;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The part of red and blue in luma, where that is not as in JFIF.
 *
 * @param red of red
 * @param blue of blue
 */
record LumaMatrix(double red, double blue) {

    private static final Map<Integer, LumaMatrix> BY_CODE = Map.of(
            1, new LumaMatrix(0.2126, 0.0722), // BT.709
            4, new LumaMatrix(0.30, 0.11), // FCC
            7, new LumaMatrix(0.212, 0.087), // SMPTE 240
            9, new LumaMatrix(0.2627, 0.0593)); // BT.2020

    /** Whether the matrix of a code is known. */
    static boolean knows(int code) {
        return BY_CODE.containsKey(code);
    }

    /** The matrix of a code that is known. */
    static LumaMatrix of(int code) {
        return Objects.requireNonNull(BY_CODE.get(code));
    }

    /** The colors of luma and chroma. */
    Pixels toRgb(Pixels ycc) {
        byte[] luma = ycc.plane(0).samples();
        byte[] blueness = Chroma.full(ycc, 1).samples();
        byte[] redness = Chroma.full(ycc, 2).samples();
        Plane[] planes = new Plane[3];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = Plane.blank(ycc.width(), ycc.height());
        }
        double green = 1 - red - blue;
        for (int i = 0; i < luma.length; i++) {
            int y = luma[i] & 0xff;
            double r = y + 2 * (1 - red) * ((redness[i] & 0xff) - 128);
            double b = y + 2 * (1 - blue) * ((blueness[i] & 0xff) - 128);
            planes[0].samples()[i] = sample(r);
            planes[1].samples()[i] = sample((y - red * r - blue * b) / green);
            planes[2].samples()[i] = sample(b);
        }
        return new Pixels(Samples.RGB, List.of(planes), ycc.alpha(), ycc.profile());
    }

    private static byte sample(double value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
}
