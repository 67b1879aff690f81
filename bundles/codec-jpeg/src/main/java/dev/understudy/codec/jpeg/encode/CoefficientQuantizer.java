package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/**
 * Quantizes the blocks that have been transformed together: all coefficients of one place at a time, without branches, so that the
 * compiler makes vector code of it. For one thread.
 */
final class CoefficientQuantizer {

    /** Moves what lies just between two numbers over to the larger magnitude, as other programs round it. */
    private static final double AWAY_FROM_ZERO = 1 + 2e-5;

    /** Added to a float that is much smaller and taken away again, it leaves the nearest whole number. */
    private static final float ROUNDING = 0x1.8p23f;

    /** As many bits as a float can sum up exactly. */
    private static final int BITS = 22;

    private static final int SUMS = (ZigZag.COUNT + BITS - 1) / BITS;

    /** By what each coefficient is multiplied, in the order of the file. */
    private final float[] factors = new float[ZigZag.COUNT];

    private final float[][] rounded = new float[ZigZag.COUNT][ForwardTransform.BLOCKS];
    /** Of each block, sums of powers of two for those coefficients that are not zero. */
    private final float[][] nonZero = new float[SUMS][ForwardTransform.BLOCKS];

    private final float[] results = new float[ForwardTransform.BLOCKS];

    CoefficientQuantizer(QuantizationTable table) {
        for (int i = 0; i < ZigZag.COUNT; i++) {
            int row = i / 8;
            int column = i % 8;
            double scale = ForwardTransform.scale(row) * ForwardTransform.scale(column);
            factors[ZigZag.place(row, column)] = (float) (AWAY_FROM_ZERO / (scale * table.step(row, column)));
        }
    }

    /** Quantizes what has been transformed. */
    void run(ForwardTransform transform) {
        int blocks = transform.blocks();
        for (float[] sums : nonZero) {
            Arrays.fill(sums, 0);
        }
        for (int i = 0; i < ZigZag.COUNT; i++) {
            int row = i / 8;
            int column = i % 8;
            int place = ZigZag.place(ForwardTransform.frequency(row), ForwardTransform.frequency(column));
            System.arraycopy(transform.results(column), row * blocks, results, 0, blocks);
            quantize(results, blocks, factors[place], rounded[place], nonZero[place / BITS], 1 << place % BITS);
        }
    }

    private static void quantize(
            float[] results, int blocks, float factor, float[] rounded, float[] nonZero, float bit) {
        for (int i = 0; i < blocks; i++) {
            float value = results[i] * factor + ROUNDING - ROUNDING;
            rounded[i] = value;
            nonZero[i] += Math.min(1, Math.abs(value)) * bit;
        }
    }

    /** A bit for each coefficient of a block that is not zero, the lowest one for the first in the order of the file. */
    long nonZero(int block) {
        long bits = 0;
        for (int i = 0; i < SUMS; i++) {
            bits |= (long) nonZero[i][block] << i * BITS;
        }
        return bits;
    }

    /** A coefficient of a block. */
    short value(int block, int place) {
        return (short) rounded[place][block];
    }
}
