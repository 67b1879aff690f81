package dev.understudy.engine.color;

import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.Samples;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The colors of a grid of inks, and those between by interpolation; some twenty times faster than asking the
 * JDK for every pixel. Between the nodes of the grid a color is weighed from the five corners of the simplex that it is
 * in.
 */
final class CmykLut implements ColorTransform {

    private static final int INKS = 4;

    /** From one node to the next there are as many steps as makes 256 of all. */
    private static final int CELLS = 16;

    private static final int NODES = CELLS + 1;
    private static final int[] STRIDES = {3 * NODES * NODES * NODES, 3 * NODES * NODES, 3 * NODES, 3};

    /** An ink's place between two nodes stands above, its stride in the table below, so that both are sorted at once. */
    private static final int PLACE = 16;

    private static final int STRIDE = (1 << PLACE) - 1;

    private final byte[] nodes;
    private final int[][] cells = new int[INKS][256];
    private final int[][] places = new int[INKS][256];

    /**
     * The table of a conversion.
     *
     * @param conversion from interleaved inks to interleaved red, green and blue
     */
    CmykLut(UnaryOperator<byte[]> conversion) {
        nodes = conversion.apply(grid());
        for (int ink = 0; ink < INKS; ink++) {
            for (int value = 0; value < 256; value++) {
                int cell = Math.min(CELLS - 1, value * CELLS / 255);
                cells[ink][value] = cell * STRIDES[ink];
                places[ink][value] = ((value * CELLS - cell * 255) << PLACE) | STRIDES[ink];
            }
        }
    }

    private static byte[] grid() {
        byte[] inks = new byte[NODES * NODES * NODES * NODES * INKS];
        for (int i = 0; i < inks.length; i++) {
            int node = i / INKS * 3 / STRIDES[i % INKS] % NODES;
            inks[i] = (byte) ((node * 255 + CELLS / 2) / CELLS);
        }
        return inks;
    }

    @Override
    public Pixels apply(Pixels pixels) {
        List<Plane> planes = Rgb.planes(pixels.width(), pixels.height(), convert(pixels.planes()));
        return new Pixels(Samples.RGB, planes, pixels.alpha(), null);
    }

    private byte[][] convert(List<Plane> inks) {
        byte[] cyan = inks.get(0).samples();
        byte[] magenta = inks.get(1).samples();
        byte[] yellow = inks.get(2).samples();
        byte[] black = inks.get(3).samples();
        byte[][] rgb = new byte[3][cyan.length];
        for (int i = 0; i < cyan.length; i++) {
            int c = cyan[i] & 0xff;
            int m = magenta[i] & 0xff;
            int y = yellow[i] & 0xff;
            int k = black[i] & 0xff;
            int cell = cells[0][c] + cells[1][m] + cells[2][y] + cells[3][k];
            interpolate(rgb, i, cell, places[0][c], places[1][m], places[2][y], places[3][k]);
        }
        return rgb;
    }

    /** Goes from the cell's first corner along its edges, the ink that is farthest along first. */
    private void interpolate(byte[][] rgb, int i, int cell, int c, int m, int y, int k) {
        int high = Math.max(c, m);
        int low = Math.min(c, m);
        int high2 = Math.max(y, k);
        int low2 = Math.min(y, k);
        int first = Math.max(high, high2);
        int middle = Math.min(high, high2);
        int middle2 = Math.max(low, low2);
        int fourth = Math.min(low, low2);
        int second = Math.max(middle, middle2);
        int third = Math.min(middle, middle2);
        int b = cell + (first & STRIDE);
        int d = b + (second & STRIDE);
        int e = d + (third & STRIDE);
        int f = e + (fourth & STRIDE);
        int weightCell = 255 - (first >> PLACE);
        int weightB = (first >> PLACE) - (second >> PLACE);
        int weightD = (second >> PLACE) - (third >> PLACE);
        int weightE = (third >> PLACE) - (fourth >> PLACE);
        int weightF = fourth >> PLACE;
        for (int p = 0; p < 3; p++) {
            int sum = (nodes[cell + p] & 0xff) * weightCell
                    + (nodes[b + p] & 0xff) * weightB
                    + (nodes[d + p] & 0xff) * weightD
                    + (nodes[e + p] & 0xff) * weightE
                    + (nodes[f + p] & 0xff) * weightF;
            rgb[p][i] = (byte) ((sum + 127) / 255);
        }
    }
}
