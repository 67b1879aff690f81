package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;

/** Conversions between the color models that encoders take, by JFIF's equations in fixed point. */
public final class PlaneConversions {

    private static final int ONE = 1 << 16;
    private static final int HALF = ONE / 2;

    private PlaneConversions() {}

    /** The image as RGB, or GRAY if it is that. */
    public static Pixels toRgb(Pixels pixels) {
        return switch (pixels.samples()) {
            case GRAY, RGB -> pixels;
            case YCC -> yccToRgb(pixels);
            case CMYK -> throw cmyk();
        };
    }

    /** The image as YCC, or GRAY if it is that. */
    public static Pixels toYcc(Pixels pixels) {
        return switch (pixels.samples()) {
            case GRAY, YCC -> pixels;
            case RGB -> rgbToYcc(pixels);
            case CMYK -> throw cmyk();
        };
    }

    private static Pixels yccToRgb(Pixels pixels) {
        byte[] luma = pixels.plane(0).samples();
        byte[] blueness = Chroma.full(pixels, 1).samples();
        byte[] redness = Chroma.full(pixels, 2).samples();
        byte[] red = new byte[luma.length];
        byte[] green = new byte[luma.length];
        byte[] blue = new byte[luma.length];
        for (int i = 0; i < luma.length; i++) {
            int y = luma[i] & 0xff;
            int cb = (blueness[i] & 0xff) - 128;
            int cr = (redness[i] & 0xff) - 128;
            red[i] = clamp(y + ((91881 * cr + HALF) >> 16));
            green[i] = clamp(y - ((22554 * cb + 46802 * cr + HALF) >> 16));
            blue[i] = clamp(y + ((116130 * cb + HALF) >> 16));
        }
        return with(pixels, Samples.RGB, red, green, blue);
    }

    private static Pixels rgbToYcc(Pixels pixels) {
        byte[] red = pixels.plane(0).samples();
        byte[] green = pixels.plane(1).samples();
        byte[] blue = pixels.plane(2).samples();
        byte[] luma = new byte[red.length];
        byte[] blueness = new byte[red.length];
        byte[] redness = new byte[red.length];
        int center = 128 * ONE + HALF - 1;
        for (int i = 0; i < red.length; i++) {
            int r = red[i] & 0xff;
            int g = green[i] & 0xff;
            int b = blue[i] & 0xff;
            luma[i] = (byte) ((19595 * r + 38470 * g + 7471 * b + HALF) >> 16);
            blueness[i] = (byte) ((-11059 * r - 21709 * g + 32768 * b + center) >> 16);
            redness[i] = (byte) ((32768 * r - 27439 * g - 5329 * b + center) >> 16);
        }
        return with(pixels, Samples.YCC, luma, blueness, redness);
    }

    private static Pixels with(Pixels pixels, Samples samples, byte[] first, byte[] second, byte[] third) {
        int width = pixels.width();
        int height = pixels.height();
        List<Plane> planes = List.of(
                new Plane(width, height, first), new Plane(width, height, second), new Plane(width, height, third));
        return new Pixels(samples, planes, pixels.alpha(), pixels.profile());
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }

    private static IllegalArgumentException cmyk() {
        return new IllegalArgumentException("CMYK must be converted with color profiles before it is encoded");
    }
}
