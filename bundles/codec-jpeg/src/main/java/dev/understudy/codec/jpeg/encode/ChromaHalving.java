package dev.understudy.codec.jpeg.encode;

import dev.understudy.image.Plane;

/** Halves chroma in both directions: the mean of four samples, its halves rounded down and up by turns. */
final class ChromaHalving {

    private ChromaHalving() {}

    /** The plane at half the size, rounded up; what an odd size lacks is as what is next to it. */
    static Plane half(Plane plane) {
        int width = (plane.width() + 1) / 2;
        int height = (plane.height() + 1) / 2;
        byte[] from = plane.samples();
        byte[] to = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * plane.width();
            int lower = 2 * y + 1 < plane.height() ? upper + plane.width() : upper;
            halve(from, upper, lower, plane.width(), to, y * width);
        }
        return new Plane(width, height, to);
    }

    private static void halve(byte[] from, int upper, int lower, int length, byte[] to, int start) {
        int pairs = length / 2;
        for (int x = 0; x < pairs; x++) {
            int sum = (from[upper + 2 * x] & 0xff)
                    + (from[upper + 2 * x + 1] & 0xff)
                    + (from[lower + 2 * x] & 0xff)
                    + (from[lower + 2 * x + 1] & 0xff);
            to[start + x] = (byte) ((sum + 1 + (x & 1)) >> 2);
        }
        if (length % 2 != 0) {
            int sum = 2 * ((from[upper + length - 1] & 0xff) + (from[lower + length - 1] & 0xff));
            to[start + pairs] = (byte) ((sum + 1 + (pairs & 1)) >> 2);
        }
    }
}
