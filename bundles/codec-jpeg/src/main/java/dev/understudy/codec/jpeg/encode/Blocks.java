package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/** The quantized coefficients of a row of blocks, in the order of the file, and which of them are not zero. */
final class Blocks {

    /** What has no larger magnitude is zero when it has been rounded. */
    private static final float HALF = 0.5f;

    private final short[] values;
    private final long[] nonZero;

    Blocks(int count) {
        values = new short[count * ZigZag.COUNT];
        nonZero = new long[count];
    }

    /** How many blocks there are. */
    int count() {
        return nonZero.length;
    }

    /** A coefficient of a block. */
    int at(int block, int place) {
        return values[block * ZigZag.COUNT + place];
    }

    /** A bit for each coefficient of a block that is not zero, the lowest one for the first. */
    long nonZero(int block) {
        return nonZero[block];
    }

    /** Makes all coefficients zero. */
    void clear() {
        Arrays.fill(values, (short) 0);
        Arrays.fill(nonZero, 0);
    }

    /** Sets coefficients that come at one place of blocks side by side, from {@code first} on: results times a factor, rounded. */
    void set(int first, int count, int place, float[] results, int from, float factor) {
        for (int i = 0; i < count; i++) {
            float value = results[from + i] * factor;
            if (Math.abs(value) > HALF) {
                values[(first + i) * ZigZag.COUNT + place] = (short) round(value);
                nonZero[first + i] |= 1L << place;
            }
        }
    }

    /** The nearest whole number: added to 1.5 * 2^23, a float has no bits left for fractions. */
    private static int round(float value) {
        return Float.floatToRawIntBits(value + 0x1.8p23f) - 0x4b400000;
    }
}
