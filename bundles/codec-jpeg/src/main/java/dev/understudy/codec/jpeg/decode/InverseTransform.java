package dev.understudy.codec.jpeg.decode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/**
 * The inverse discrete cosine transform of many blocks at a time to 8, 4, 2 or 1 samples a side. A smaller one is that of the lowest
 * frequencies alone: the image that it makes covers the same area. Each step is a loop over the same place of all blocks, in arrays of
 * their own, so that the compiler makes vector code of it.
 *
 * <p>Source: ITU-T T.81, annex A.3.3; the factorization by Loeffler, Ligtenberg and Moschytz (ICASSP 1989), in fixed point.
 */
final class InverseTransform {

    /** How many blocks are transformed at a time. */
    static final int BLOCKS = 64;

    /** Samples of a row that are packed together. */
    static final int PACKED = 4;

    private static final int SIDE = UnitSize.BLOCK;
    private static final int MIDDLE = 128;
    /** Bits of the constants' fractions, and of what is kept between the two passes. */
    private static final int FRACTION = 13;

    private static final int KEPT = 2;
    private static final int FIRST_SHIFT = FRACTION - KEPT;
    private static final int SECOND_SHIFT = FRACTION + KEPT + 3;

    private static final int C_0_298 = 2446;
    private static final int C_0_390 = 3196;
    private static final int C_0_541 = 4433;
    private static final int C_0_765 = 6270;
    private static final int C_0_899 = 7373;
    private static final int C_1_175 = 9633;
    private static final int C_1_306 = 10703;
    private static final int C_1_501 = 12299;
    private static final int C_1_847 = 15137;
    private static final int C_1_961 = 16069;
    private static final int C_2_053 = 16819;
    private static final int C_2_562 = 20995;
    private static final int C_3_072 = 25172;

    /** In which lines the transform of eight leaves the samples. */
    private static final int[] LINES_OF_EIGHT = {0, 2, 4, 6, 7, 5, 3, 1};

    private static final int[] LINES_OF_FOUR = {0, 2, 3, 1};

    private final int across;
    private final int down;
    /** By rows of coefficients those of all blocks, column by column; one more for those that are not used. */
    private final int[][] rows = new int[SIDE + 1][SIDE * BLOCKS];

    private final int[][] columns;

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
        columns = new int[across][down * BLOCKS];
        packed = new int[(across + PACKED - 1) / PACKED][down * BLOCKS];
    }

    /**
     * Sets a coefficient.
     *
     * @param block the number of the block
     * @param place its place in the block, of which each row has eight, or {@link UsedPlaces#UNUSED}
     */
    void set(int block, int place, int value) {
        rows[place / SIDE][place % SIDE * BLOCKS + block] = value;
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
            System.arraycopy(rows[y], 0, target, y * length, length);
            Arrays.fill(rows[y], 0, length, 0);
        }
    }

    /** Sets all coefficients to those that have been moved out of a transform of the same size. */
    void moveFrom(int[] source) {
        int length = across * BLOCKS;
        for (int y = 0; y < down; y++) {
            System.arraycopy(source, y * length, rows[y], 0, length);
        }
    }

    /** Makes samples of all coefficients, which are 0 afterwards. */
    void run() {
        one(rows, down, across * BLOCKS, FIRST_SHIFT);
        for (int y = 0; y < down; y++) {
            int[] row = rows[index(y, down)];
            for (int x = 0; x < across; x++) {
                System.arraycopy(row, x * BLOCKS, columns[x], y * BLOCKS, BLOCKS);
            }
        }
        one(columns, across, down * BLOCKS, SECOND_SHIFT);
        for (int i = 0; i < packed.length; i++) {
            pack(i * PACKED, packed[i]);
        }
        for (int y = 0; y < down; y++) {
            Arrays.fill(rows[y], 0, across * BLOCKS, 0);
        }
    }

    private void pack(int first, int[] target) {
        int[] a = columns[index(first, across)];
        switch (across) {
            case 1 -> pack(a, target);
            case 2 -> pack(a, columns[1], target);
            default ->
                pack(
                        a,
                        columns[index(first + 1, across)],
                        columns[index(first + 2, across)],
                        columns[index(first + 3, across)],
                        target);
        }
    }

    /** Up to four samples of a row of a block, from column {@code four * 4} on, the first one in the lowest byte. */
    int samples(int block, int y, int four) {
        return packed[four][y * BLOCKS + block];
    }

    /** In which line the transform leaves a sample. */
    private static int index(int sample, int size) {
        return size == 8 ? LINES_OF_EIGHT[sample] : size == 4 ? LINES_OF_FOUR[sample] : sample;
    }

    private static void one(int[][] lines, int size, int length, int shift) {
        switch (size) {
            case 8 -> eight(lines, length, shift);
            case 4 -> four(lines[0], lines[1], lines[2], lines[3], length, shift);
            case 2 -> two(lines[0], lines[1], length, shift);
            default -> scale(lines[0], length, shift);
        }
    }

    private static void scale(int[] line, int length, int shift) {
        for (int i = 0; i < length; i++) {
            line[i] = (line[i] << FRACTION) + (1 << shift - 1) >> shift;
        }
    }

    private static void two(int[] a, int[] b, int length, int shift) {
        for (int i = 0; i < length; i++) {
            int even = (a[i] << FRACTION) + (1 << shift - 1);
            int odd = b[i] << FRACTION;
            a[i] = even + odd >> shift;
            b[i] = even - odd >> shift;
        }
    }

    private static void four(int[] a, int[] b, int[] c, int[] d, int length, int shift) {
        for (int i = 0; i < length; i++) {
            int even0 = (a[i] + c[i] << FRACTION) + (1 << shift - 1);
            int even1 = (a[i] - c[i] << FRACTION) + (1 << shift - 1);
            int odd0 = b[i] * C_1_306 + d[i] * C_0_541;
            int odd1 = b[i] * C_0_541 - d[i] * C_1_306;
            a[i] = even0 + odd0 >> shift;
            b[i] = even0 - odd0 >> shift;
            c[i] = even1 + odd1 >> shift;
            d[i] = even1 - odd1 >> shift;
        }
    }

    private static void eight(int[][] lines, int length, int shift) {
        evenOfEight(lines[0], lines[2], lines[4], lines[6], length, 1 << shift - 1);
        oddOfEight(lines[1], lines[3], lines[5], lines[7], length);
        for (int i = 0; i < SIDE; i += 2) {
            addAndSubtract(lines[i], lines[i + 1], length, shift);
        }
    }

    private static void evenOfEight(int[] a, int[] b, int[] c, int[] d, int length, int half) {
        for (int i = 0; i < length; i++) {
            int turned = (b[i] + d[i]) * C_0_541;
            int low = turned - d[i] * C_1_847;
            int high = turned + b[i] * C_0_765;
            int sum = (a[i] + c[i] << FRACTION) + half;
            int difference = (a[i] - c[i] << FRACTION) + half;
            a[i] = sum + high;
            b[i] = difference + low;
            c[i] = difference - low;
            d[i] = sum - high;
        }
    }

    private static void oddOfEight(int[] a, int[] b, int[] c, int[] d, int length) {
        for (int i = 0; i < length; i++) {
            int f1 = a[i];
            int f3 = b[i];
            int f5 = c[i];
            int f7 = d[i];
            int all = (f7 + f3 + f5 + f1) * C_1_175;
            int z1 = (f7 + f1) * C_0_899;
            int z2 = (f5 + f3) * C_2_562;
            int z3 = all - (f7 + f3) * C_1_961;
            int z4 = all - (f5 + f1) * C_0_390;
            a[i] = f1 * C_1_501 - z1 + z4;
            b[i] = f3 * C_3_072 - z2 + z3;
            c[i] = f5 * C_2_053 - z2 + z4;
            d[i] = f7 * C_0_298 - z1 + z3;
        }
    }

    private static void addAndSubtract(int[] a, int[] b, int length, int shift) {
        for (int i = 0; i < length; i++) {
            int even = a[i];
            int odd = b[i];
            a[i] = even + odd >> shift;
            b[i] = even - odd >> shift;
        }
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

    private static int sample(int value) {
        return Math.max(0, Math.min(255, value + MIDDLE));
    }
}
