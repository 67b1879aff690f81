package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/**
 * The inverse discrete cosine transform of many blocks at a time to 8, 4, 2 or 1 samples a side. A smaller one is that of the lowest
 * frequencies alone: the image that it makes covers the same area. Each step is a loop over the same place of all blocks, in arrays of
 * their own, so that the compiler makes vector code of it.
 *
 * <p>Source: ITU-T T.81, annex A.3.3.
 */
final class InverseTransform {

    /** How many blocks are transformed at a time. */
    static final int BLOCKS = 64;

    /** Samples of a row that are packed together. */
    static final int PACKED = 4;

    private static final int SIDE = UnitSize.BLOCK;
    private static final int MIDDLE = 128;
    private static final int LARGEST = 255;
    /** Bits that are kept between the two passes. */
    private static final int KEPT = 2;

    private static final int FIRST_SHIFT = LineTransform.FRACTION - KEPT;
    private static final int SECOND_SHIFT = LineTransform.FRACTION + KEPT + 3;

    private final int across;
    private final int down;
    /** Coefficients of all blocks by their places, and behind them what is not used. */
    private final int[] coefficients = new int[(ZigZag.COUNT + 1) * BLOCKS];

    /** By rows of coefficients those of all blocks, column by column. */
    private final int[][] rows;

    private final int[][] columns;
    private final LineTransform onRows;
    private final LineTransform onColumns;

    /** By fours of columns the samples of all blocks, four in a number, the left one in its lowest byte. */
    private final int[][] packed;

    /**
     * A transform.
     *
     * @param across samples in a row of a block
     * @param down rows of samples
     */
    InverseTransform(int across, int down) {
        this.across = across;
        this.down = down;
        rows = new int[down][across * BLOCKS];
        columns = new int[across][down * BLOCKS];
        onRows = new LineTransform(down, across * BLOCKS);
        onColumns = new LineTransform(across, down * BLOCKS);
        packed = new int[(across + PACKED - 1) / PACKED][down * BLOCKS];
    }

    /**
     * Sets a coefficient.
     *
     * @param block the number of the block
     * @param place its place in the block, of which each row has eight, or {@link UsedPlaces#UNUSED}
     */
    void set(int block, int place, int value) {
        coefficients[place * BLOCKS + block] = value;
    }

    /** Sets all coefficients of a block to 0. */
    void clear(int block) {
        for (int place = 0; place < ZigZag.COUNT; place++) {
            set(block, place, 0);
        }
    }

    /** How many coefficients all blocks have that are used. */
    int length() {
        return across * down * BLOCKS;
    }

    /** Moves all coefficients that are used elsewhere; they are 0 afterwards. */
    void moveTo(int[] target) {
        int length = across * BLOCKS;
        for (int y = 0; y < down; y++) {
            int from = y * SIDE * BLOCKS;
            System.arraycopy(coefficients, from, target, y * length, length);
            Arrays.fill(coefficients, from, from + length, 0);
        }
    }

    /** Sets all coefficients to those that have been moved out of a transform of the same size. */
    void moveFrom(int[] source) {
        int length = across * BLOCKS;
        for (int y = 0; y < down; y++) {
            System.arraycopy(source, y * length, coefficients, y * SIDE * BLOCKS, length);
        }
    }

    /** Makes samples of all coefficients, which are 0 afterwards. */
    void run() {
        for (int y = 0; y < down; y++) {
            int from = y * SIDE * BLOCKS;
            System.arraycopy(coefficients, from, rows[y], 0, across * BLOCKS);
            Arrays.fill(coefficients, from, from + across * BLOCKS, 0);
        }
        onRows.run(rows, FIRST_SHIFT);
        for (int y = 0; y < down; y++) {
            int[] row = rows[onRows.line(y)];
            for (int x = 0; x < across; x++) {
                System.arraycopy(row, x * BLOCKS, columns[x], y * BLOCKS, BLOCKS);
            }
        }
        onColumns.run(columns, SECOND_SHIFT);
        for (int i = 0; i < packed.length; i++) {
            pack(i * PACKED, packed[i]);
        }
    }

    private void pack(int first, int[] target) {
        int[] a = columns[onColumns.line(first)];
        switch (across) {
            case 1 -> pack(a, target);
            case 2 -> pack(a, columns[1], target);
            default ->
                pack(
                        a,
                        columns[onColumns.line(first + 1)],
                        columns[onColumns.line(first + 2)],
                        columns[onColumns.line(first + 3)],
                        target);
        }
    }

    /** Up to four samples of a row of a block, from column {@code four * 4} on, the first one in the lowest byte. */
    int samples(int block, int y, int four) {
        return packed[four][y * BLOCKS + block];
    }

    private static void pack(int[] a, int[] target) {
        for (int i = 0; i < a.length; i++) {
            target[i] = sample(a[i]);
        }
    }

    private static void pack(int[] a, int[] b, int[] target) {
        for (int i = 0; i < a.length; i++) {
            target[i] = sample(a[i]) | sample(b[i]) << 8;
        }
    }

    private static void pack(int[] a, int[] b, int[] c, int[] d, int[] target) {
        for (int i = 0; i < a.length; i++) {
            target[i] = sample(a[i]) | sample(b[i]) << 8 | sample(c[i]) << 16 | sample(d[i]) << 24;
        }
    }

    /** The nearest sample, without the comparisons that JDK 17 makes no vector code of. */
    private static int sample(int value) {
        int below = LARGEST - MIDDLE - value;
        int most = LARGEST - (below & ~(below >> 31));
        return most & ~(most >> 31);
    }
}
