package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.Arrays;
import java.util.List;

/** Changes what the planes of an image mean, by arithmetic alone; profiles are not looked at. */
public final class Rgb {

    private static final int BITS = 16;
    private static final int HALF = 1 << (BITS - 1);
    private static final int RED_CR = fixed(1.402);
    private static final int GREEN_CB = fixed(0.344136);
    private static final int GREEN_CR = fixed(0.714136);
    private static final int BLUE_CB = fixed(1.772);
    private static final int LUMA_RED = fixed(0.299);
    private static final int LUMA_BLUE = fixed(0.114);
    private static final int LUMA_GREEN = (1 << BITS) - LUMA_RED - LUMA_BLUE;

    private Rgb() {}

    /** The image as red, green and blue. */
    public static Pixels of(Pixels pixels) {
        return switch (pixels.samples()) {
            case RGB -> pixels;
            case GRAY -> with(pixels, List.of(pixels.plane(0), pixels.plane(0), pixels.plane(0)));
            case YCC -> ofYcc(pixels);
            case CMYK -> ofCmyk(pixels);
        };
    }

    /** The image as lightness alone. */
    public static Pixels gray(Pixels pixels) {
        if (pixels.samples() == Samples.GRAY || pixels.samples() == Samples.YCC) {
            return new Pixels(Samples.GRAY, List.of(pixels.plane(0)), pixels.alpha(), null);
        }
        Pixels rgb = of(pixels);
        byte[] red = rgb.plane(0).samples();
        byte[] green = rgb.plane(1).samples();
        byte[] blue = rgb.plane(2).samples();
        byte[] gray = new byte[red.length];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = (byte)
                    (((red[i] & 0xff) * LUMA_RED + (green[i] & 0xff) * LUMA_GREEN + (blue[i] & 0xff) * LUMA_BLUE + HALF)
                            >> BITS);
        }
        return new Pixels(
                Samples.GRAY, List.of(new Plane(pixels.width(), pixels.height(), gray)), pixels.alpha(), null);
    }

    private static Pixels ofYcc(Pixels pixels) {
        int width = pixels.width();
        int height = pixels.height();
        Plane cbPlane = pixels.plane(1);
        Plane crPlane = pixels.plane(2);
        int stepX = factor(width, cbPlane.width());
        int stepY = factor(height, cbPlane.height());
        byte[] luma = pixels.plane(0).samples();
        byte[] red = new byte[luma.length];
        byte[] green = new byte[luma.length];
        byte[] blue = new byte[luma.length];
        for (int row = 0; row < height; row++) {
            int chromaRow = row / stepY * cbPlane.width();
            for (int column = 0, i = row * width; column < width; column++, i++) {
                int y = ((luma[i] & 0xff) << BITS) + HALF;
                int cb = (cbPlane.samples()[chromaRow + column / stepX] & 0xff) - 128;
                int cr = (crPlane.samples()[chromaRow + column / stepX] & 0xff) - 128;
                red[i] = clamp((y + RED_CR * cr) >> BITS);
                green[i] = clamp((y - GREEN_CB * cb - GREEN_CR * cr) >> BITS);
                blue[i] = clamp((y + BLUE_CB * cb) >> BITS);
            }
        }
        return with(pixels, planes(width, height, red, green, blue));
    }

    /** Inks as plain filters; for images that do not say which inks they mean. */
    private static Pixels ofCmyk(Pixels pixels) {
        byte[] black = pixels.plane(3).samples();
        byte[][] rgb = new byte[3][black.length];
        for (int p = 0; p < 3; p++) {
            byte[] ink = pixels.plane(p).samples();
            byte[] out = rgb[p];
            for (int i = 0; i < black.length; i++) {
                out[i] = (byte) (((255 - (ink[i] & 0xff)) * (255 - (black[i] & 0xff)) + 127) / 255);
            }
        }
        return with(pixels, planes(pixels.width(), pixels.height(), rgb));
    }

    private static Pixels with(Pixels pixels, List<Plane> planes) {
        return new Pixels(Samples.RGB, planes, pixels.alpha(), pixels.profile());
    }

    /** Planes of these samples. */
    static List<Plane> planes(int width, int height, byte[]... samples) {
        return Arrays.stream(samples)
                .map(plane -> new Plane(width, height, plane))
                .toList();
    }

    private static int factor(int luma, int chroma) {
        return chroma == luma ? 1 : chroma == (luma + 1) / 2 ? 2 : 4;
    }

    private static int fixed(double value) {
        return (int) Math.round(value * (1 << BITS));
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }
}
