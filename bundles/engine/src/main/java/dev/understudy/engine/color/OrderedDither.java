package dev.understudy.engine.color;

/**
 * Rounds each sample up or down by its place in the image, so that areas keep their mean value, and a part of an image is that part of
 * the whole, which the diffusion of errors from pixel to pixel cannot give.
 *
 * <p>Source: the index matrix of Bayer (1973); the reference's pages on icc and rect.
 */
final class OrderedDither implements SampleRounding {

    private static final int SIDE = 8;

    /** In which order the places of a square round up, as fractions of a level. */
    private static final int[] THRESHOLDS = thresholds();

    private final int width;
    private final int x;
    private final int y;

    /**
     * The dithering of one plane.
     *
     * @param width the length of its rows
     * @param x the column of its first pixel in the image of which it is a part
     * @param y the row of it
     */
    OrderedDither(int width, int x, int y) {
        this.width = width;
        this.x = x;
        this.y = y;
    }

    @Override
    public void put(char[] values, int count, byte[] out, int from) {
        int column = from % width;
        int row = from / width;
        for (int i = 0; i < count; i++) {
            int place = Math.floorMod(row + y, SIDE) * SIDE + Math.floorMod(column + x, SIDE);
            out[from + i] = (byte) ((values[i] + THRESHOLDS[place]) / LEVEL);
            if (++column == width) {
                column = 0;
                row++;
            }
        }
    }

    /** The bits of column and row, from the lowest on, are those of the threshold from the highest on. */
    private static int[] thresholds() {
        int[] thresholds = new int[SIDE * SIDE];
        for (int place = 0; place < thresholds.length; place++) {
            int column = place % SIDE;
            int row = place / SIDE;
            int index = 0;
            for (int bit = 1; bit < SIDE; bit <<= 1) {
                int differs = (column & bit) == (row & bit) ? 0 : 2;
                index = (index << 2) | differs | ((row & bit) == 0 ? 0 : 1);
            }
            thresholds[place] = (2 * index + 1) * LEVEL / (2 * thresholds.length);
        }
        return thresholds;
    }
}
