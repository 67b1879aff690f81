package dev.understudy.codec.jpeg.decode;

import java.util.Arrays;

/**
 * The inverse discrete cosine transform of a block to 8, 4, 2 or 1 samples a side. A smaller one is that of the lowest frequencies
 * alone: the image that it makes covers the same area.
 *
 * <p>Source: ITU-T T.81, annex A.3.3; the factorization by Loeffler, Ligtenberg and Moschytz (ICASSP 1989), in fixed point.
 */
final class InverseDct {

    private static final int SIDE = UnitSize.BLOCK;
    /** Bits of the constants' fractions, and of what is kept between the two passes. */
    private static final int FRACTION = 13;

    private static final int KEPT = 2;
    private static final int FIRST_SHIFT = FRACTION - KEPT;
    private static final int SECOND_SHIFT = FRACTION + KEPT + 3;
    /** The bits of an index in a block that are 0 in its upper left quarter. */
    private static final int OUTSIDE_QUARTER = 0b100100;

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

    private final int across;
    private final int down;
    private final int[] between = new int[SIDE * SIDE];
    private final int[] result = new int[SIDE * SIDE];

    /**
     * A transform.
     *
     * @param across samples in a row of a block
     * @param down rows of samples
     */
    InverseDct(int across, int down) {
        this.across = across;
        this.down = down;
    }

    /**
     * Transforms a block, of which each row has eight places.
     *
     * @param block the coefficients; zeros afterwards
     * @param used all indexes of coefficients that are not 0, bit by bit or-ed; 0 when there is but the first
     * @param target where the samples go
     */
    void transform(int[] block, int used, ComponentSamples target, int blockX, int blockY) {
        if (used == 0) {
            target.fill(block[0] + 4 >> 3, blockX, blockY);
            block[0] = 0;
            return;
        }
        if ((used & OUTSIDE_QUARTER) == 0 && across == SIDE && down == SIDE) {
            transformQuarter(block);
        } else {
            transformAll(block);
        }
        Arrays.fill(block, 0);
        target.put(result, blockX, blockY);
    }

    private void transformAll(int[] block) {
        for (int column = 0; column < across; column++) {
            one(down, block, column, between, FIRST_SHIFT);
        }
        for (int row = 0; row < down; row++) {
            one(across, between, row, result, SECOND_SHIFT);
        }
    }

    private void transformQuarter(int[] block) {
        for (int column = 0; column < SIDE / 2; column++) {
            eightOfFour(block, column, between, FIRST_SHIFT);
        }
        for (int row = 0; row < SIDE; row++) {
            eightOfFour(between, row, result, SECOND_SHIFT);
        }
    }

    /** Transforms a column to a row, so that doing it twice leaves rows where they are. */
    private static void one(int size, int[] from, int at, int[] to, int shift) {
        switch (size) {
            case 8 -> eight(from, at, to, shift);
            case 4 -> four(from, at, to, shift);
            case 2 -> two(from, at, to, shift);
            default -> to[at * SIDE] = descale(from[at] << FRACTION, shift);
        }
    }

    private static void two(int[] from, int at, int[] to, int shift) {
        int even = from[at] << FRACTION;
        int odd = from[at + SIDE] << FRACTION;
        to[at * SIDE] = descale(even + odd, shift);
        to[at * SIDE + 1] = descale(even - odd, shift);
    }

    private static void four(int[] from, int at, int[] to, int shift) {
        int f1 = from[at + SIDE];
        int f3 = from[at + 3 * SIDE];
        int even0 = from[at] + from[at + 2 * SIDE] << FRACTION;
        int even1 = from[at] - from[at + 2 * SIDE] << FRACTION;
        int odd0 = f1 * C_1_306 + f3 * C_0_541;
        int odd1 = f1 * C_0_541 - f3 * C_1_306;
        int row = at * SIDE;
        to[row] = descale(even0 + odd0, shift);
        to[row + 1] = descale(even1 + odd1, shift);
        to[row + 2] = descale(even1 - odd1, shift);
        to[row + 3] = descale(even0 - odd0, shift);
    }

    private static void eight(int[] from, int at, int[] to, int shift) {
        int f2 = from[at + 2 * SIDE];
        int f6 = from[at + 6 * SIDE];
        int turned = (f2 + f6) * C_0_541;
        int low = turned - f6 * C_1_847;
        int high = turned + f2 * C_0_765;
        int sum = from[at] + from[at + 4 * SIDE] << FRACTION;
        int difference = from[at] - from[at + 4 * SIDE] << FRACTION;
        int f1 = from[at + SIDE];
        int f3 = from[at + 3 * SIDE];
        int f5 = from[at + 5 * SIDE];
        int f7 = from[at + 7 * SIDE];
        int all = (f7 + f3 + f5 + f1) * C_1_175;
        int z1 = -(f7 + f1) * C_0_899;
        int z2 = -(f5 + f3) * C_2_562;
        int z3 = all - (f7 + f3) * C_1_961;
        int z4 = all - (f5 + f1) * C_0_390;
        int row = at * SIDE;
        putPair(sum + high, f1 * C_1_501 + z1 + z4, to, row, row + 7, shift);
        putPair(difference + low, f3 * C_3_072 + z2 + z3, to, row + 1, row + 6, shift);
        putPair(difference - low, f5 * C_2_053 + z2 + z4, to, row + 2, row + 5, shift);
        putPair(sum - high, f7 * C_0_298 + z1 + z3, to, row + 3, row + 4, shift);
    }

    /** The same where the upper four coefficients are 0. */
    private static void eightOfFour(int[] from, int at, int[] to, int shift) {
        int f0 = from[at] << FRACTION;
        int f1 = from[at + SIDE];
        int f2 = from[at + 2 * SIDE];
        int f3 = from[at + 3 * SIDE];
        int low = f2 * C_0_541;
        int high = f2 * (C_0_541 + C_0_765);
        int all = (f1 + f3) * C_1_175;
        int z3 = all - f3 * C_1_961;
        int z4 = all - f1 * C_0_390;
        int row = at * SIDE;
        putPair(f0 + high, f1 * (C_1_501 - C_0_899) + z4, to, row, row + 7, shift);
        putPair(f0 + low, f3 * (C_3_072 - C_2_562) + z3, to, row + 1, row + 6, shift);
        putPair(f0 - low, z4 - f3 * C_2_562, to, row + 2, row + 5, shift);
        putPair(f0 - high, z3 - f1 * C_0_899, to, row + 3, row + 4, shift);
    }

    private static void putPair(int even, int odd, int[] to, int one, int other, int shift) {
        to[one] = descale(even + odd, shift);
        to[other] = descale(even - odd, shift);
    }

    private static int descale(int value, int shift) {
        return value + (1 << shift - 1) >> shift;
    }
}
