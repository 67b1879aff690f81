package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;
import java.util.Arrays;

/** The quantized coefficients of a row of blocks, in the order of the file, and which of them are not zero. */
final class Blocks {

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
    }

    /** Sets all coefficients of a block, in the order of the file. */
    void set(int block, short[] coefficients) {
        long places = 0;
        for (int place = 0; place < ZigZag.COUNT; place++) {
            values[block * ZigZag.COUNT + place] = coefficients[place];
            places |= coefficients[place] == 0 ? 0 : 1L << place;
        }
        nonZero[block] = places;
    }

    /** Takes the coefficients of blocks side by side, from {@code first} on, which have been cleared. */
    void take(CoefficientQuantizer quantizer, int first, int count) {
        for (int i = 0; i < count; i++) {
            long places = quantizer.nonZero(i);
            int start = (first + i) * ZigZag.COUNT;
            nonZero[first + i] = places;
            for (long left = places; left != 0; left &= left - 1) {
                int place = Long.numberOfTrailingZeros(left);
                values[start + place] = quantizer.value(i, place);
            }
        }
    }
}
