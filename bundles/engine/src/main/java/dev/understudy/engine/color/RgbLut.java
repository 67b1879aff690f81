package dev.understudy.engine.color;

import dev.understudy.image.Samples;

/** The colors of a grid of red, green and blue, and those between by interpolation in a tetrahedron. */
final class RgbLut implements ColorTransform {

    /** As fine as makes each fifth value a node; between those that differ most, a grid of 32 was off by up to 8 levels. */
    private static final int SECTIONS = 51;

    private final Samples samples;
    private final ColorGrid grid;

    /** The table of a link. */
    RgbLut(ProfileLink link, Samples target) {
        samples = target;
        grid = new ColorGrid(3, target.planes(), SECTIONS, link.conversion());
    }

    @Override
    public Samples samples() {
        return samples;
    }

    @Override
    public void convert(byte[][] source, int from, int count, char[][] out) {
        int[][] cells = {grid.cells(0), grid.cells(1), grid.cells(2)};
        int[][] places = {grid.places(0), grid.places(1), grid.places(2)};
        for (int i = 0; i < count; i++) {
            int r = source[0][from + i] & 0xff;
            int g = source[1][from + i] & 0xff;
            int b = source[2][from + i] & 0xff;
            interpolate(out, i, cells[0][r] + cells[1][g] + cells[2][b], places[0][r], places[1][g], places[2][b]);
        }
    }

    /** Goes from the cell's first corner along its edges, the sample that is farthest along first. */
    private void interpolate(char[][] out, int i, int cell, int r, int g, int b) {
        char[] nodes = grid.nodes();
        int high = Math.max(r, g);
        int low = Math.min(r, g);
        int first = Math.max(high, b);
        int middle = Math.min(high, b);
        int second = Math.max(low, middle);
        int third = Math.min(low, middle);
        int c = cell + (first & ColorGrid.STRIDE);
        int d = c + (second & ColorGrid.STRIDE);
        int e = d + (third & ColorGrid.STRIDE);
        int weightCell = ColorGrid.STEPS - (first >> ColorGrid.PLACE);
        int weightC = (first >> ColorGrid.PLACE) - (second >> ColorGrid.PLACE);
        int weightD = (second >> ColorGrid.PLACE) - (third >> ColorGrid.PLACE);
        int weightE = third >> ColorGrid.PLACE;
        for (int p = 0; p < out.length; p++) {
            int sum = nodes[cell + p] * weightCell
                    + nodes[c + p] * weightC
                    + nodes[d + p] * weightD
                    + nodes[e + p] * weightE;
            out[p][i] = (char) ((sum + ColorGrid.STEPS / 2) / ColorGrid.STEPS);
        }
    }
}
