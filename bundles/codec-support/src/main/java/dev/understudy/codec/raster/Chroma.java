package dev.understudy.codec.raster;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;

/** The sizes of chroma planes. */
public final class Chroma {

    private Chroma() {}

    /** By which whole factor {@code part} samples are fewer than {@code whole}: 1, 2 or 4. */
    public static int factor(int whole, int part) {
        return part == whole ? 1 : part == (whole + 1) / 2 ? 2 : 4;
    }

    /** A chroma plane at the size of its image, with straight lines between the samples, which lie in the middle of their pixels. */
    public static Plane full(Pixels image, int index) {
        return enlarged(image.plane(index), image.width(), image.height());
    }

    /** A plane that is coarser by factors of 1, 2 or 4 than a size, at that size, likewise. */
    public static Plane enlarged(Plane plane, int width, int height) {
        return enlargeColumns(enlargeRows(plane, width), height);
    }

    private static Plane enlargeRows(Plane plane, int width) {
        if (plane.width() == width) {
            return plane;
        }
        Positions positions = new Positions(width, plane.width());
        byte[] from = plane.samples();
        byte[] to = new byte[width * plane.height()];
        for (int y = 0; y < plane.height(); y++) {
            int row = y * plane.width();
            for (int x = 0; x < width; x++) {
                int first = from[row + positions.first[x]] & 0xff;
                int second = from[row + positions.second[x]] & 0xff;
                to[y * width + x] =
                        (byte) ((first * (8 - positions.weight[x]) + second * positions.weight[x] + 4) >> 3);
            }
        }
        return new Plane(width, plane.height(), to);
    }

    private static Plane enlargeColumns(Plane plane, int height) {
        if (plane.height() == height) {
            return plane;
        }
        Positions positions = new Positions(height, plane.height());
        int width = plane.width();
        byte[] from = plane.samples();
        byte[] to = new byte[width * height];
        for (int y = 0; y < height; y++) {
            int first = positions.first[y] * width;
            int second = positions.second[y] * width;
            int weight = positions.weight[y];
            for (int x = 0; x < width; x++) {
                to[y * width + x] = (byte)
                        (((from[first + x] & 0xff) * (8 - weight) + (from[second + x] & 0xff) * weight + 4) >> 3);
            }
        }
        return new Plane(width, height, to);
    }

    /** Between which two samples each new one lies, and the weight of the second in eighths. */
    private static final class Positions {

        final int[] first;
        final int[] second;
        final int[] weight;

        Positions(int whole, int part) {
            int factor = factor(whole, part);
            first = new int[whole];
            second = new int[whole];
            weight = new int[whole];
            for (int i = 0; i < whole; i++) {
                int eighths = (2 * i + 1) * 4 / factor - 4;
                int index = Math.floorDiv(eighths, 8);
                first[i] = Math.max(0, index);
                second[i] = Math.min(part - 1, index + 1);
                weight[i] = eighths - index * 8;
            }
        }
    }
}
