package dev.understudy.codec.jpeg.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class QuantizationTableTest {

    @Test
    void theStandardsOwnAtQuality50() {
        QuantizationTable luma = QuantizationTable.luma(50);
        assertEquals(16, luma.step(0, 0));
        assertEquals(61, luma.step(0, 7));
        assertEquals(72, luma.step(7, 0));
        assertEquals(99, QuantizationTable.chroma(50).step(7, 7));
        byte[] bytes = luma.bytes();
        assertArrayEquals(new byte[] {16, 11, 12, 14, 12, 10}, Arrays.copyOf(bytes, 6));
        assertEquals(99, bytes[63]);
    }

    @Test
    void ends() {
        assertEquals(255, QuantizationTable.luma(1).step(0, 0));
        assertEquals(1, QuantizationTable.luma(100).step(7, 7));
    }

    /** A better quality never divides by more, and between two qualities there are others. */
    @Test
    void qualitiesGoOnEvenly() {
        int different = 0;
        QuantizationTable last = QuantizationTable.luma(1);
        for (double quality = 1.01; quality <= 100; quality += 0.01) {
            QuantizationTable table = QuantizationTable.luma(quality);
            boolean changed = false;
            for (int i = 0; i < 64; i++) {
                assertTrue(table.step(i / 8, i % 8) <= last.step(i / 8, i % 8));
                changed |= table.step(i / 8, i % 8) < last.step(i / 8, i % 8);
            }
            different += changed ? 1 : 0;
            last = table;
        }
        assertTrue(different > 2000, different + " tables");
    }
}
