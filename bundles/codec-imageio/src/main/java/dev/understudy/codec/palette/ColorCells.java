package dev.understudy.codec.palette;

import java.util.Arrays;

/**
 * How often each color is in an image, with 5 bits a component and fewer of opacity; of each cell of colors that are alike so far,
 * the mean is known. Opaque colors share no cell with others.
 */
final class ColorCells {

    private static final int BITS = 5;
    private static final int SHIFT = 8 - BITS;
    private static final int MAX = 255;
    private static final int ALPHA_BITS = 4;
    private static final int ALPHA_STEPS = (1 << ALPHA_BITS) - 1;
    private static final int COMPONENTS = Premultiplied.COMPONENTS;

    /** Count, sums and means, place in the order of cells, and what sorting takes. */
    private static final int CELL_BYTES = 160;

    private final int[] counts;
    /** The mean components of each cell: four in a row. */
    private final double[] means;

    private ColorCells(int[] counts, double[] means) {
        this.counts = counts;
        this.means = means;
    }

    /**
     * The cells of an image.
     *
     * @param except exact colors that are in the palette in any case, and need no other, in ascending order
     */
    static ColorCells of(PaletteSource source, boolean soft, int[] except) {
        int[] numbers = new int[1 << 3 * BITS + (soft ? ALPHA_BITS : 0)];
        int used = 0;
        for (int i = 0; i < source.count(); i++) {
            if (counts(source, i, except)) {
                int key = key(Premultiplied.of(source.color(i)));
                numbers[key] = numbers[key] == 0 ? ++used : numbers[key];
            }
        }
        int[] counts = new int[used];
        long[] sums = new long[used * COMPONENTS];
        for (int i = 0; i < source.count(); i++) {
            if (counts(source, i, except)) {
                int color = Premultiplied.of(source.color(i));
                int cell = numbers[key(color)] - 1;
                counts[cell]++;
                for (int c = 0; c < COMPONENTS; c++) {
                    sums[cell * COMPONENTS + c] += Premultiplied.component(color, c);
                }
            }
        }
        double[] means = new double[sums.length];
        Arrays.setAll(means, i -> (double) sums[i] / counts[i / COMPONENTS]);
        return new ColorCells(counts, means);
    }

    /** Bytes of the cells of so many pixels, and of finding boxes of them. */
    static long memory(long pixels, boolean soft) {
        long most = 1L << 3 * BITS + (soft ? ALPHA_BITS : 0);
        return most * Integer.BYTES + Math.min(pixels, most) * CELL_BYTES;
    }

    private static boolean counts(PaletteSource source, int index, int[] except) {
        return !source.clear(index) && Arrays.binarySearch(except, source.color(index)) < 0;
    }

    private static int key(int color) {
        int alpha = color >>> 24;
        int step = alpha == MAX ? 0 : ALPHA_STEPS - alpha * ALPHA_STEPS / MAX;
        int red = (color >> 16 & MAX) >> SHIFT;
        int green = (color >> 8 & MAX) >> SHIFT;
        return ((step << BITS | red) << BITS | green) << BITS | (color & MAX) >> SHIFT;
    }

    /** How many cells have colors in them. */
    int size() {
        return counts.length;
    }

    /** How many pixels are in a cell. */
    int count(int cell) {
        return counts[cell];
    }

    /** The mean of a component in a cell. */
    double mean(int cell, int component) {
        return means[cell * COMPONENTS + component];
    }
}
