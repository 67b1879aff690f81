package dev.understudy.codec.jpeg.decode;

/**
 * The inverse cosine transform of one direction, of 8, 4, 2 or 1 frequencies to as many samples: a line for each of them, in which many
 * transforms lie side by side. Loops are written so that the compiler makes vector code of them on JDK 17, too: it makes none of those
 * that are long, nor of those that shift a sum to the left, so that each summand is shifted instead.
 *
 * <p>Source: the factorization by Loeffler, Ligtenberg and Moschytz (ICASSP 1989), in fixed point.
 */
final class LineTransform {

    /** Bits of the constants' fractions. */
    static final int FRACTION = 13;

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

    private final int size;
    private final int length;
    /** What is the same for several of the odd frequencies of eight. */
    private final int[] shared;

    private final int[] otherShared;

    /**
     * A transform.
     *
     * @param size the number of lines
     * @param length of each of them
     */
    LineTransform(int size, int length) {
        this.size = size;
        this.length = length;
        shared = new int[size == UnitSize.BLOCK ? length : 0];
        otherShared = new int[shared.length];
    }

    /** In which line the transform leaves a sample. */
    int line(int sample) {
        return size == 8 ? LINES_OF_EIGHT[sample] : size == 4 ? LINES_OF_FOUR[sample] : sample;
    }

    /**
     * Transforms frequencies into samples.
     *
     * @param shift how many bits of a fraction they lose
     */
    void run(int[][] lines, int shift) {
        switch (size) {
            case 8 -> eight(lines, shift);
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
            int f1 = b[i];
            int f3 = d[i];
            b[i] = f1 * C_1_306 + f3 * C_0_541;
            d[i] = f1 * C_0_541 - f3 * C_1_306;
        }
        combineFour(a, b, c, d, length, shift);
    }

    private static void combineFour(int[] a, int[] b, int[] c, int[] d, int length, int shift) {
        int half = 1 << shift - 1;
        for (int i = 0; i < length; i++) {
            int f0 = (a[i] << FRACTION) + half;
            int f2 = c[i] << FRACTION;
            int even0 = f0 + f2;
            int even1 = f0 - f2;
            int odd0 = b[i];
            int odd1 = d[i];
            a[i] = even0 + odd0 >> shift;
            b[i] = even0 - odd0 >> shift;
            c[i] = even1 + odd1 >> shift;
            d[i] = even1 - odd1 >> shift;
        }
    }

    private void eight(int[][] lines, int shift) {
        evenOfEight(lines[0], lines[2], lines[4], lines[6], length, 1 << shift - 1);
        shareOdd(lines[1], lines[3], lines[5], lines[7], shared, otherShared, length);
        outerOdd(lines[1], lines[7], shared, otherShared, length);
        innerOdd(lines[3], lines[5], shared, otherShared, length);
        for (int i = 0; i < UnitSize.BLOCK; i += 2) {
            addAndSubtract(lines[i], lines[i + 1], length, shift);
        }
    }

    private static void evenOfEight(int[] a, int[] b, int[] c, int[] d, int length, int half) {
        for (int i = 0; i < length; i++) {
            int f2 = b[i];
            int f6 = d[i];
            int turned = (f2 + f6) * C_0_541;
            int low = turned - f6 * C_1_847;
            int high = turned + f2 * C_0_765;
            int f0 = (a[i] << FRACTION) + half;
            int f4 = c[i] << FRACTION;
            int sum = f0 + f4;
            int difference = f0 - f4;
            a[i] = sum + high;
            b[i] = difference + low;
            c[i] = difference - low;
            d[i] = sum - high;
        }
    }

    private static void shareOdd(int[] a, int[] b, int[] c, int[] d, int[] shared, int[] other, int length) {
        for (int i = 0; i < length; i++) {
            int f1 = a[i];
            int f3 = b[i];
            int f5 = c[i];
            int f7 = d[i];
            int f73 = f7 + f3;
            int f51 = f5 + f1;
            int all = (f73 + f51) * C_1_175;
            shared[i] = all - f73 * C_1_961;
            other[i] = all - f51 * C_0_390;
        }
    }

    private static void outerOdd(int[] a, int[] d, int[] shared, int[] other, int length) {
        for (int i = 0; i < length; i++) {
            int f1 = a[i];
            int f7 = d[i];
            int both = (f7 + f1) * C_0_899;
            a[i] = f1 * C_1_501 - both + other[i];
            d[i] = f7 * C_0_298 - both + shared[i];
        }
    }

    private static void innerOdd(int[] b, int[] c, int[] shared, int[] other, int length) {
        for (int i = 0; i < length; i++) {
            int f3 = b[i];
            int f5 = c[i];
            int both = (f5 + f3) * C_2_562;
            b[i] = f3 * C_3_072 - both + shared[i];
            c[i] = f5 * C_2_053 - both + other[i];
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
}
