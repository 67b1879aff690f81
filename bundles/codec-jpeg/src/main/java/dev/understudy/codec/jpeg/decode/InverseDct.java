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
            one(down, block, column, SIDE, between, FIRST_SHIFT);
        }
        for (int row = 0; row < down; row++) {
            one(across, between, row * SIDE, 1, result, SECOND_SHIFT);
        }
    }

    private void transformQuarter(int[] block) {
        for (int column = 0; column < SIDE / 2; column++) {
            eightOfFour(block, column, SIDE, between, FIRST_SHIFT);
        }
        for (int row = 0; row < SIDE; row++) {
            eightOfFour(between, row * SIDE, 1, result, SECOND_SHIFT);
        }
    }

    private static void one(int size, int[] from, int at, int step, int[] to, int shift) {
        switch (size) {
            case 8 -> eight(from, at, step, to, shift);
            case 4 -> four(from, at, step, to, shift);
            case 2 -> two(from, at, step, to, shift);
            default -> to[at] = descale(from[at] << FRACTION, shift);
        }
    }

    private static void two(int[] from, int at, int step, int[] to, int shift) {
        int even = from[at] << FRACTION;
        int odd = from[at + step] << FRACTION;
        to[at] = descale(even + odd, shift);
        to[at + step] = descale(even - odd, shift);
    }

    private static void four(int[] from, int at, int step, int[] to, int shift) {
        int f1 = from[at + step];
        int f3 = from[at + 3 * step];
        int even0 = from[at] + from[at + 2 * step] << FRACTION;
        int even1 = from[at] - from[at + 2 * step] << FRACTION;
        int odd0 = f1 * C_1_306 + f3 * C_0_541;
        int odd1 = f1 * C_0_541 - f3 * C_1_306;
        to[at] = descale(even0 + odd0, shift);
        to[at + step] = descale(even1 + odd1, shift);
        to[at + 2 * step] = descale(even1 - odd1, shift);
        to[at + 3 * step] = descale(even0 - odd0, shift);
    }

    private static void eight(int[] from, int at, int step, int[] to, int shift) {
        int f2 = from[at + 2 * step];
        int f6 = from[at + 6 * step];
        int turned = (f2 + f6) * C_0_541;
        int low = turned - f6 * C_1_847;
        int high = turned + f2 * C_0_765;
        int sum = from[at] + from[at + 4 * step] << FRACTION;
        int difference = from[at] - from[at + 4 * step] << FRACTION;

        int f1 = from[at + step];
        int f3 = from[at + 3 * step];
        int f5 = from[at + 5 * step];
        int f7 = from[at + 7 * step];
        int all = (f7 + f3 + f5 + f1) * C_1_175;
        int z1 = -(f7 + f1) * C_0_899;
        int z2 = -(f5 + f3) * C_2_562;
        int z3 = all - (f7 + f3) * C_1_961;
        int z4 = all - (f5 + f1) * C_0_390;
        put(
                sum + high,
                difference + low,
                difference - low,
                sum - high,
                f1 * C_1_501 + z1 + z4,
                f3 * C_3_072 + z2 + z3,
                f5 * C_2_053 + z2 + z4,
                f7 * C_0_298 + z1 + z3,
                to,
                at,
                step,
                shift);
    }

    /** The same where the upper four coefficients are 0. */
    private static void eightOfFour(int[] from, int at, int step, int[] to, int shift) {
        int f0 = from[at] << FRACTION;
        int f1 = from[at + step];
        int f2 = from[at + 2 * step];
        int f3 = from[at + 3 * step];
        int low = f2 * C_0_541;
        int high = f2 * (C_0_541 + C_0_765);
        int all = (f1 + f3) * C_1_175;
        int z3 = all - f3 * C_1_961;
        int z4 = all - f1 * C_0_390;
        put(
                f0 + high,
                f0 + low,
                f0 - low,
                f0 - high,
                f1 * (C_1_501 - C_0_899) + z4,
                f3 * (C_3_072 - C_2_562) + z3,
                z4 - f3 * C_2_562,
                z3 - f1 * C_0_899,
                to,
                at,
                step,
                shift);
    }

    private static void put(
            int even0,
            int even1,
            int even2,
            int even3,
            int odd0,
            int odd1,
            int odd2,
            int odd3,
            int[] to,
            int at,
            int step,
            int shift) {
        to[at] = descale(even0 + odd0, shift);
        to[at + 7 * step] = descale(even0 - odd0, shift);
        to[at + step] = descale(even1 + odd1, shift);
        to[at + 6 * step] = descale(even1 - odd1, shift);
        to[at + 2 * step] = descale(even2 + odd2, shift);
        to[at + 5 * step] = descale(even2 - odd2, shift);
        to[at + 3 * step] = descale(even3 + odd3, shift);
        to[at + 4 * step] = descale(even3 - odd3, shift);
    }

    private static int descale(int value, int shift) {
        return value + (1 << shift - 1) >> shift;
    }
}
