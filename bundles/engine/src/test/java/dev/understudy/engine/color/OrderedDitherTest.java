package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rounding that keeps means. */
class OrderedDitherTest {

    private static double mean(SampleRounding rounding, int value) {
        char[] values = new char[64 * 64];
        Arrays.fill(values, (char) value);
        byte[] out = new byte[values.length];
        rounding.put(values, values.length, out, 0);
        double sum = 0;
        for (byte sample : out) {
            sum += sample & 0xff;
        }
        return sum / out.length;
    }

    @Test
    void areasKeepTheirMean() {
        for (int value = 0; value < 65536; value += 131) {
            assertEquals(value / 257.0, mean(new OrderedDither(64, 3, 5), value), 0.01);
        }
        assertEquals(100, mean(SampleRounding.rounding(), 100 * 257 + 100));
    }

    @Test
    void wholeLevelsStayAsTheyAre() {
        for (int level = 0; level < 256; level++) {
            assertEquals(level, mean(new OrderedDither(64, 0, 0), level * 257));
        }
    }

    /** The matrix of Bayer as it is usually printed. */
    @Test
    void placesRoundUpInBayersOrder() {
        int[][] order = {
            {0, 32, 8, 40, 2, 34, 10, 42},
            {48, 16, 56, 24, 50, 18, 58, 26},
            {12, 44, 4, 36, 14, 46, 6, 38},
            {60, 28, 52, 20, 62, 30, 54, 22},
            {3, 35, 11, 43, 1, 33, 9, 41},
            {51, 19, 59, 27, 49, 17, 57, 25},
            {15, 47, 7, 39, 13, 45, 5, 37},
            {63, 31, 55, 23, 61, 29, 53, 21}
        };
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                // the least value at which a place rounds up tells its turn, the last one first
                int value = 0;
                byte[] out = new byte[1];
                while (out[0] == 0) {
                    value++;
                    new OrderedDither(1, x, y).put(new char[] {(char) value}, 1, out, 0);
                }
                assertEquals(63 - order[y][x], (int) Math.floor(value / 257.0 * 64), 1);
            }
        }
    }

    @Test
    void aPartIsThatPartOfTheWhole() {
        char[] values = new char[50 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = (char) (i * 31);
        }
        byte[] whole = new byte[values.length];
        new OrderedDither(50, -7, 2).put(values, values.length, whole, 0);
        for (int row = 0; row < 20; row++) {
            char[] part = Arrays.copyOfRange(values, (row + 11) * 50 + 13, (row + 11) * 50 + 43);
            byte[] out = new byte[30];
            new OrderedDither(30, -7 + 13, 2 + 11 + row).put(part, 30, out, 0);
            assertArrayEquals(Arrays.copyOfRange(whole, (row + 11) * 50 + 13, (row + 11) * 50 + 43), out);
        }
    }

    /** Planes are converted some pixels at a time. */
    @Test
    void runsGoOn() {
        char[] values = new char[50 * 40];
        Arrays.fill(values, (char) 5000);
        byte[] whole = new byte[values.length];
        new OrderedDither(50, 0, 0).put(values, values.length, whole, 0);
        byte[] out = new byte[values.length];
        OrderedDither dither = new OrderedDither(50, 0, 0);
        for (int from = 0; from < values.length; from += 37) {
            int count = Math.min(37, values.length - from);
            dither.put(Arrays.copyOfRange(values, from, from + count), count, out, from);
        }
        assertArrayEquals(whole, out);
    }
}
