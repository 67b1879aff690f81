package dev.understudy.engine.color;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Rounding that keeps means. */
class ErrorDiffusionTest {

    private static double mean(SampleRounding quantizer, int value) {
        char[] values = new char[64 * 64];
        Arrays.fill(values, (char) value);
        byte[] out = new byte[values.length];
        quantizer.put(values, values.length, out, 0);
        double sum = 0;
        for (byte sample : out) {
            sum += sample & 0xff;
        }
        return sum / out.length;
    }

    @Test
    void areasKeepTheirMean() {
        for (int value = 0; value < 65536; value += 1311) {
            assertEquals(value / 257.0, mean(new ErrorDiffusion(64), value), 0.05);
        }
        assertEquals(100, mean(SampleRounding.rounding(), 100 * 257 + 100));
    }

    @Test
    void wholeLevelsStayAsTheyAre() {
        assertEquals(255, mean(new ErrorDiffusion(64), 65535));
        assertEquals(7, mean(new ErrorDiffusion(64), 7 * 257));
    }
}
