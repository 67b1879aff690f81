package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/**
 * Quantizes the blocks that have been transformed together: a column of coefficients of all of them at a time, without branches, so that the
 * compiler makes vector code of it. For one thread.
 */
final class CoefficientQuantizer {

    /** Moves what lies just between two numbers over to the larger magnitude, as other programs round it. */
    private static final double AWAY_FROM_ZERO = 1 + 2e-5;

    /** Added to a float that is much smaller, it leaves the nearest whole number in the lowest bits; taken away again, that number. */
    private static final float ROUNDING = 0x1.8p23f;

    /** Makes less than a whole of each coefficient, so that with {@link #ALMOST_HALF} it is rounded to one unless it is zero. */
    private static final float SHARE = 0x1p-12f;

    private static final float ALMOST_HALF = 0.4999f;

    private static final int SIDE = 8;

    /** For each row and each set of columns, as bits, the same coefficients as bits of their numbers. */
    private static final long[][] NUMBERS = numbers();

    /** By what each coefficient is multiplied, column by column. */
    private final float[][] factors = new float[SIDE][SIDE];

    /** For a number of blocks, the same as often as there are blocks. */
    private final float[][][] repeated = new float[ForwardTransform.BLOCKS + 1][0][];

    /** Column by column, each with {@link #ROUNDING} added. */
    private final float[][] rounded = new float[SIDE][ForwardTransform.LENGTH];

    /** For each coefficient, by its number, its column and where its row begins there. */
    private final float[][] columns = new float[ZigZag.COUNT][];

    private final int[] rows = new int[ZigZag.COUNT];

    /** For the rows of each block, sums of powers of two for those columns that are not zero. */
    private final float[] nonZero = new float[ForwardTransform.LENGTH];

    private int blocks;

    CoefficientQuantizer(QuantizationTable table) {
        for (int column = 0; column < SIDE; column++) {
            for (int row = 0; row < SIDE; row++) {
                int v = ForwardTransform.frequency(row);
                int u = ForwardTransform.frequency(column);
                double scale = ForwardTransform.scale(v) * ForwardTransform.scale(u);
                columns[number(column, row)] = rounded[column];
                factors[column][row] = (float) (AWAY_FROM_ZERO / (scale * table.step(v, u)));
            }
        }
    }

    private static int number(int column, int row) {
        return ZigZag.place(ForwardTransform.frequency(row), ForwardTransform.frequency(column));
    }

    private static long[][] numbers() {
        long[][] numbers = new long[SIDE][1 << SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int columns = 0; columns < 1 << SIDE; columns++) {
                for (int column = 0; column < SIDE; column++) {
                    numbers[row][columns] |= (long) (columns >> column & 1) << number(column, row);
                }
            }
        }
        return numbers;
    }

    /** Quantizes what has been transformed. */
    void run(ForwardTransform transform) {
        if (blocks != transform.blocks()) {
            setBlocks(transform.blocks());
        }
        int length = SIDE * blocks;
        Arrays.fill(nonZero, 0, length, 0);
        for (int column = 0; column < SIDE; column++) {
            quantize(transform.results(column), repeated[blocks][column], rounded[column], length);
            mark(rounded[column], nonZero, 1 << column, length);
        }
    }

    private void setBlocks(int count) {
        blocks = count;
        boolean isNew = repeated[count].length == 0;
        if (isNew) {
            repeated[count] = new float[SIDE][SIDE * count];
        }
        for (int column = 0; column < SIDE; column++) {
            for (int row = 0; row < SIDE; row++) {
                rows[number(column, row)] = row * count;
                if (isNew) {
                    Arrays.fill(repeated[count][column], row * count, (row + 1) * count, factors[column][row]);
                }
            }
        }
    }

    private static void quantize(float[] results, float[] factors, float[] rounded, int length) {
        for (int i = 0; i < length; i++) {
            rounded[i] = results[i] * factors[i] + ROUNDING;
        }
    }

    private static void mark(float[] rounded, float[] nonZero, float bit, int length) {
        for (int i = 0; i < length; i++) {
            nonZero[i] += (Math.abs(rounded[i] - ROUNDING) * SHARE + ALMOST_HALF + ROUNDING - ROUNDING) * bit;
        }
    }

    /** A bit for each coefficient of a block that is not zero, the lowest one for the first in the order of the file. */
    long nonZero(int block) {
        long bits = 0;
        for (int row = 0, at = block; row < SIDE; row++, at += blocks) {
            bits |= NUMBERS[row][(int) nonZero[at]];
        }
        return bits;
    }

    /** A coefficient of a block, by its number in the order of the file. */
    short value(int block, int number) {
        return (short) Float.floatToRawIntBits(columns[number][rows[number] + block]);
    }
}
