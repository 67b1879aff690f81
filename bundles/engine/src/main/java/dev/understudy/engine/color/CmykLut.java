package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/**
 * The colors of a grid of inks, and those between by interpolation; some twenty times faster than asking the
 * JDK for every pixel. Between the nodes of the grid a color is weighed from the five corners of the simplex that it is
 * in.
 */
final class CmykLut implements ColorTransform {

    private static final int SECTIONS = 16;

    private final Samples samples;
    private final ColorGrid grid;

    /** The table of a link. */
    CmykLut(ProfileLink link, Samples target) {
        samples = target;
        grid = new ColorGrid(4, target.planes(), SECTIONS, link.conversion());
    }

    @Override
    public Samples samples() {
        return samples;
    }

    @Override
    public void convert(byte[][] source, int from, int count, char[][] out) {
        int[][] cells = {grid.cells(0), grid.cells(1), grid.cells(2), grid.cells(3)};
        int[][] places = {grid.places(0), grid.places(1), grid.places(2), grid.places(3)};
        for (int i = 0; i < count; i++) {
            int c = source[0][from + i] & 0xff;
            int m = source[1][from + i] & 0xff;
            int y = source[2][from + i] & 0xff;
            int k = source[3][from + i] & 0xff;
            int cell = cells[0][c] + cells[1][m] + cells[2][y] + cells[3][k];
            interpolate(out, i, cell, places[0][c], places[1][m], places[2][y], places[3][k]);
        }
    }

    /** Goes from the cell's first corner along its edges, the ink that is farthest along first. */
    private void interpolate(char[][] out, int i, int cell, int c, int m, int y, int k) {
        char[] nodes = grid.nodes();
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
        int b = cell + (first & ColorGrid.STRIDE);
        int d = b + (second & ColorGrid.STRIDE);
        int e = d + (third & ColorGrid.STRIDE);
        int f = e + (fourth & ColorGrid.STRIDE);
        int weightCell = ColorGrid.STEPS - (first >> ColorGrid.PLACE);
        int weightB = (first >> ColorGrid.PLACE) - (second >> ColorGrid.PLACE);
        int weightD = (second >> ColorGrid.PLACE) - (third >> ColorGrid.PLACE);
        int weightE = (third >> ColorGrid.PLACE) - (fourth >> ColorGrid.PLACE);
        int weightF = fourth >> ColorGrid.PLACE;
        for (int p = 0; p < out.length; p++) {
            int sum = nodes[cell + p] * weightCell
                    + nodes[b + p] * weightB
                    + nodes[d + p] * weightD
                    + nodes[e + p] * weightE
                    + nodes[f + p] * weightF;
            out[p][i] = (char) ((sum + ColorGrid.STEPS / 2) / ColorGrid.STEPS);
        }
    }
}
