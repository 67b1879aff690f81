package dev.understudy.engine.color;

import java.util.function.UnaryOperator;

/**
 * Converted colors at the nodes of a grid over all samples, and where between the nodes each value of a sample lies. Along each
 * side there are as many steps from one node to the next as makes 256 of all.
 */
final class ColorGrid {

    /** A value's place between two nodes stands above, its stride in the table below, so that both are sorted at once. */
    static final int PLACE = 20;

    /** The part of a place that is its stride. */
    static final int STRIDE = (1 << PLACE) - 1;

    /** From one node to the next. */
    static final int STEPS = 255;

    private final char[] nodes;
    private final int[][] cells;
    private final int[][] places;

    /**
     * The grid of a conversion.
     *
     * @param inputs samples that go in
     * @param outputs samples that come out
     * @param sections cells along a side
     * @param conversion from interleaved samples to interleaved samples, 16 bit
     */
    ColorGrid(int inputs, int outputs, int sections, UnaryOperator<short[]> conversion) {
        int side = sections + 1;
        int[] strides = new int[inputs];
        int stride = outputs;
        for (int i = inputs - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= side;
        }
        nodes = chars(conversion.apply(grid(inputs, outputs, sections, strides)));
        cells = new int[inputs][256];
        places = new int[inputs][256];
        for (int i = 0; i < inputs; i++) {
            for (int value = 0; value < 256; value++) {
                int cell = Math.min(sections - 1, value * sections / 255);
                cells[i][value] = cell * strides[i];
                places[i][value] = ((value * sections - cell * STEPS) << PLACE) | strides[i];
            }
        }
    }

    private static short[] grid(int inputs, int outputs, int sections, int[] strides) {
        int count = strides[0] / outputs * (sections + 1);
        short[] samples = new short[count * inputs];
        for (int i = 0; i < samples.length; i++) {
            int node = i / inputs * outputs / strides[i % inputs] % (sections + 1);
            samples[i] = (short) ((node * 0xffff + sections / 2) / sections);
        }
        return samples;
    }

    private static char[] chars(short[] samples) {
        char[] chars = new char[samples.length];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) samples[i];
        }
        return chars;
    }

    /** The converted colors. */
    char[] nodes() {
        return nodes;
    }

    /** The beginning of the cell that each value of a sample lies in. */
    int[] cells(int input) {
        return cells[input];
    }

    /** How far into its cell each value of a sample lies, and the stride to its other end. */
    int[] places(int input) {
        return places[input];
    }
}
