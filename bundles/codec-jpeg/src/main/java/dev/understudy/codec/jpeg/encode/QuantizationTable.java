package dev.understudy.codec.jpeg.encode;

import dev.understudy.codec.jpeg.syntax.ZigZag;

/**
 * By what the coefficients of a block are divided: the tables that the standard gives as examples, scaled to a quality as IJG's
 * library scales them, so that a quality means what it means elsewhere.
 *
 * <p>Source: ITU T.81, tables K.1 and K.2.
 */
final class QuantizationTable {

    private static final int[] LUMA = {
        16, 11, 10, 16, 24, 40, 51, 61, //
        12, 12, 14, 19, 26, 58, 60, 55, //
        14, 13, 16, 24, 40, 57, 69, 56, //
        14, 17, 22, 29, 51, 87, 80, 62, //
        18, 22, 37, 56, 68, 109, 103, 77, //
        24, 35, 55, 64, 81, 104, 113, 92, //
        49, 64, 78, 87, 103, 121, 120, 101, //
        72, 92, 95, 98, 112, 100, 103, 99
    };

    private static final int[] CHROMA = {
        17, 18, 24, 47, 99, 99, 99, 99, //
        18, 21, 26, 66, 99, 99, 99, 99, //
        24, 26, 56, 99, 99, 99, 99, 99, //
        47, 66, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99, //
        99, 99, 99, 99, 99, 99, 99, 99
    };

    /** The largest divisor that a baseline file can hold. */
    private static final int MOST = 255;

    private final int[] steps;

    private QuantizationTable(int[] standard, double quality) {
        steps = new int[ZigZag.COUNT];
        double percent = percent(quality);
        for (int i = 0; i < steps.length; i++) {
            int scaled = (int) ((standard[i] * percent + 50) / 100);
            steps[i] = Math.max(1, Math.min(MOST, scaled));
        }
    }

    private QuantizationTable(int[] inOrder) {
        steps = new int[ZigZag.COUNT];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = inOrder[ZigZag.place(i / 8, i % 8)];
        }
    }

    /** A table that is there already: its divisors, 1..255, in the order of a file. */
    static QuantizationTable of(int[] inOrder) {
        return new QuantizationTable(inOrder);
    }

    /** The table of luma, of gray and of inks. */
    static QuantizationTable luma(double quality) {
        return new QuantizationTable(LUMA, quality);
    }

    /** The table of both chroma components. */
    static QuantizationTable chroma(double quality) {
        return new QuantizationTable(CHROMA, quality);
    }

    /** IJG's scale, whole percents below 50 as there; between whole qualities it goes on evenly. */
    private static double percent(double quality) {
        return quality < 50 ? Math.floor(5000 / quality) : 200 - 2 * quality;
    }

    /** The divisor of a coefficient, 1..255. */
    int step(int row, int column) {
        return steps[row * 8 + column];
    }

    /** The divisors in the order of a file. */
    byte[] bytes() {
        byte[] bytes = new byte[ZigZag.COUNT];
        for (int i = 0; i < steps.length; i++) {
            bytes[ZigZag.place(i / 8, i % 8)] = (byte) steps[i];
        }
        return bytes;
    }
}
