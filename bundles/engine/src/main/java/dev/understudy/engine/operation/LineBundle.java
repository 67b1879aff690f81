package dev.understudy.engine.operation;

import dev.understudy.engine.rows.RowTranspose;
import java.util.Arrays;

/**
 * Lines of numbers side by side that a recursion goes along together: an array for each place holds the numbers of all lines there, so that
 * each step is a loop over whole arrays, which the compiler turns into vector instructions. For one thread.
 */
final class LineBundle {

    /** How many lines go together, at most. */
    static final int MOST = 128;

    private final int lines;
    private final float[][] numbers;
    private final float[][] sums;
    private final float[][] rows;
    private final float[] slowReal;
    private final float[] slowImaginary;
    private final float[] fastReal;
    private final float[] fastImaginary;

    /**
     * Lines of zeros.
     *
     * @param lines how many there are
     * @param places how many numbers each of them has, at most
     */
    LineBundle(int lines, int places) {
        this.lines = lines;
        numbers = new float[places][lines];
        sums = new float[places][lines];
        rows = new float[RowTranspose.TOGETHER][places];
        slowReal = new float[lines];
        slowImaginary = new float[lines];
        fastReal = new float[lines];
        fastImaginary = new float[lines];
    }

    /** How many numbers each line has, at most. */
    int places() {
        return numbers.length;
    }

    /** The numbers of all lines at a place. */
    float[] numbers(int place) {
        return numbers[place];
    }

    /**
     * Replaces numbers by the sums of two waves that begin at each of them and go both ways; beyond the ends, the numbers there go on.
     *
     * @param length how many numbers each line has
     */
    void smooth(int length, DampedWave slow, DampedWave fast) {
        int last = length - 1;
        steady(numbers[0], slow, slowReal, slowImaginary, 0);
        steady(numbers[0], fast, fastReal, fastImaginary, 0);
        for (int i = 0; i <= last; i++) {
            Arrays.fill(sums[i], 0);
            forth(numbers[i], slow, slowReal, slowImaginary, sums[i]);
            forth(numbers[i], fast, fastReal, fastImaginary, sums[i]);
        }
        steady(numbers[last], slow, slowReal, slowImaginary, 1);
        steady(numbers[last], fast, fastReal, fastImaginary, 1);
        for (int i = last; i >= 0; i--) {
            back(numbers[i], slow, slowReal, slowImaginary, sums[i]);
            back(numbers[i], fast, fastReal, fastImaginary, sums[i]);
            System.arraycopy(sums[i], 0, numbers[i], 0, lines);
        }
    }

    /**
     * Sets a wave to what the same numbers again and again make of it.
     *
     * @param own what is left out of the share of the last number
     */
    private void steady(float[] numbers, DampedWave wave, float[] real, float[] imaginary, int own) {
        steady(numbers, (float) (wave.steadyReal() - own), (float) wave.steadyImaginary(), real, imaginary, lines);
    }

    private static void steady(float[] numbers, float a, float b, float[] real, float[] imaginary, int count) {
        for (int i = 0; i < count; i++) {
            real[i] = a * numbers[i];
            imaginary[i] = b * numbers[i];
        }
    }

    private void forth(float[] numbers, DampedWave wave, float[] real, float[] imaginary, float[] sums) {
        float a = (float) wave.real();
        float b = (float) wave.imaginary();
        forth(numbers, a, b, (float) wave.cosine(), (float) wave.sine(), real, imaginary, sums, lines);
    }

    private static void forth(
            float[] numbers,
            float a,
            float b,
            float cosine,
            float sine,
            float[] real,
            float[] imaginary,
            float[] sums,
            int count) {
        for (int i = 0; i < count; i++) {
            float re = real[i];
            float im = imaginary[i];
            float nextRe = numbers[i] + (a * re - b * im);
            float nextIm = a * im + b * re;
            real[i] = nextRe;
            imaginary[i] = nextIm;
            sums[i] += cosine * nextRe + sine * nextIm;
        }
    }

    private void back(float[] numbers, DampedWave wave, float[] real, float[] imaginary, float[] sums) {
        float a = (float) wave.real();
        float b = (float) wave.imaginary();
        back(numbers, a, b, (float) wave.cosine(), (float) wave.sine(), real, imaginary, sums, lines);
    }

    /** Goes on to a number without counting it itself, which has been done on the way forth. */
    private static void back(
            float[] numbers,
            float a,
            float b,
            float cosine,
            float sine,
            float[] real,
            float[] imaginary,
            float[] sums,
            int count) {
        for (int i = 0; i < count; i++) {
            float re = real[i];
            float im = imaginary[i];
            sums[i] += cosine * re + sine * im;
            float next = re + numbers[i];
            real[i] = a * next - b * im;
            imaginary[i] = a * im + b * next;
        }
    }

    /**
     * Takes rows of a plane as lines.
     *
     * @param start where the first of them begins
     * @param length how many numbers each of them has
     */
    void takeRows(float[] plane, int start, int count, int length) {
        for (int line = 0; line < count; line += RowTranspose.TOGETHER) {
            int together = Math.min(RowTranspose.TOGETHER, count - line);
            for (int k = 0; k < together; k++) {
                System.arraycopy(plane, start + (line + k) * length, rows[k], 0, length);
            }
            RowTranspose.turn(rows, together, numbers, line, length);
        }
    }

    /** Puts lines into rows of a plane, as {@link #takeRows}. */
    void putRows(float[] plane, int start, int count, int length) {
        for (int line = 0; line < count; line += RowTranspose.TOGETHER) {
            int together = Math.min(RowTranspose.TOGETHER, count - line);
            RowTranspose.turnBack(rows, together, numbers, line, length);
            for (int k = 0; k < together; k++) {
                System.arraycopy(rows[k], 0, plane, start + (line + k) * length, length);
            }
        }
    }
}
