package dev.understudy.engine.color;

/**
 * Hands on what rounding takes from a sample to its neighbors to the right and below, so that areas keep their mean value.
 *
 * <p>Source: the algorithm of Floyd and Steinberg (1976); the reference's page on icc.
 */
final class ErrorDiffusion implements SampleRounding {

    private final int width;
    private int[] row;
    private int[] below;
    private int column;

    /** The diffusion over one plane of rows of some width. */
    ErrorDiffusion(int width) {
        this.width = width;
        row = new int[width + 2];
        below = new int[width + 2];
    }

    @Override
    public void put(char[] values, int count, byte[] out, int from) {
        for (int i = 0; i < count; i++) {
            int wanted = values[i] + (row[column + 1] + 8 >> 4);
            int level = Math.max(0, Math.min(255, Math.floorDiv(wanted + LEVEL / 2, LEVEL)));
            out[from + i] = (byte) level;
            diffuse(wanted - level * LEVEL);
        }
    }

    private void diffuse(int error) {
        row[column + 2] += 7 * error;
        below[column] += 3 * error;
        below[column + 1] += 5 * error;
        below[column + 2] += error;
        column++;
        if (column == width) {
            int[] done = row;
            row = below;
            below = done;
            java.util.Arrays.fill(below, 0);
            column = 0;
        }
    }
}
