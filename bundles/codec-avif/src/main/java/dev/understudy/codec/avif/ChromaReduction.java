package dev.understudy.codec.avif;

import dev.understudy.codec.raster.Chroma;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.util.List;

/** Makes chroma planes of half the columns and rows; each sample is the mean of those in its place. */
final class ChromaReduction {

    private ChromaReduction() {}

    /** The planes of an image of luma and chroma, with chroma of half the size. */
    static List<Plane> half(Pixels pixels) {
        return List.of(pixels.plane(0), half(pixels, 1), half(pixels, 2));
    }

    /** The planes of an image of luma and chroma at full size. */
    static List<Plane> full(Pixels pixels) {
        return List.of(pixels.plane(0), Chroma.full(pixels, 1), Chroma.full(pixels, 2));
    }

    private static Plane half(Pixels pixels, int index) {
        Plane plane = pixels.plane(index);
        int width = (pixels.width() + 1) / 2;
        int height = (pixels.height() + 1) / 2;
        if (plane.width() == width && plane.height() == height) {
            return plane;
        }
        return half(Chroma.full(pixels, index), width, height);
    }

    private static Plane half(Plane plane, int width, int height) {
        byte[] from = plane.samples();
        byte[] to = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * plane.width();
            int lower = Math.min(2 * y + 1, plane.height() - 1) * plane.width();
            for (int x = 0; x < width; x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, plane.width() - 1);
                int sum = (from[upper + left] & 0xff)
                        + (from[upper + right] & 0xff)
                        + (from[lower + left] & 0xff)
                        + (from[lower + right] & 0xff);
                to[y * width + x] = (byte) (sum + 2 >> 2);
            }
        }
        return new Plane(width, height, to);
    }
}
