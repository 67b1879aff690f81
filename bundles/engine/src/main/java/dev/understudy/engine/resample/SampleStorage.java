package dev.understudy.engine.resample;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Rounds columns of numbers to samples and stores them, eight columns together where there are so many. For one thread. */
final class SampleStorage {

    /** How many columns are stored together. */
    static final int TOGETHER = 8;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final float LARGEST = 255;
    private static final float HALF = 0.5f;

    /** By rows the samples of the four left columns, that of the first one in the lowest byte. */
    private final int[] left;

    private final int[] right;

    /**
     * A storage.
     *
     * @param rows of a column, at most
     */
    SampleStorage(int rows) {
        left = new int[rows];
        right = new int[rows];
    }

    /** Bytes that it takes. */
    static long memory(int rows) {
        return 2L * Integer.BYTES * rows;
    }

    /**
     * Stores columns side by side.
     *
     * @param columns {@code count} of them, {@link #TOGETHER} at most, which are overwritten
     * @param target the samples of a plane
     * @param first where the first sample of the first column is stored
     * @param width of the plane
     */
    void store(float[][] columns, int count, byte[] target, int first, int width, int rows) {
        for (int k = 0; k < count; k++) {
            round(columns[k], rows);
        }
        if (count == TOGETHER) {
            pack(columns[0], columns[1], columns[2], columns[3], left, rows);
            pack(columns[4], columns[5], columns[6], columns[7], right, rows);
            for (int r = 0, at = first; r < rows; r++, at += width) {
                INTS.set(target, at, left[r]);
                INTS.set(target, at + Integer.BYTES, right[r]);
            }
            return;
        }
        for (int k = 0; k < count; k++) {
            float[] column = columns[k];
            for (int r = 0, at = first + k; r < rows; r++, at += width) {
                target[at] = (byte) (int) column[r];
            }
        }
    }

    /** Leaves the sample as the whole part of each number. */
    private static void round(float[] numbers, int rows) {
        for (int r = 0; r < rows; r++) {
            numbers[r] = Math.max(0, Math.min(LARGEST, numbers[r])) + HALF;
        }
    }

    private static void pack(float[] a, float[] b, float[] c, float[] d, int[] packed, int rows) {
        for (int r = 0; r < rows; r++) {
            packed[r] = (int) a[r] | (int) b[r] << 8 | (int) c[r] << 16 | (int) d[r] << 24;
        }
    }
}
