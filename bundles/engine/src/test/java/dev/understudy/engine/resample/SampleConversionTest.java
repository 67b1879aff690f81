package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleConversionTest {

    @Test
    void bothWaysGiveTheSamplesThemselves() {
        byte[] samples = new byte[300];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) i;
        }
        float[] byTable = new float[257];
        float[] byVectors = new float[257];
        new SampleConversion(257, false).run(samples, 3, byTable, 257);
        new SampleConversion(257, true).run(samples, 3, byVectors, 257);
        for (int i = 0; i < byTable.length; i++) {
            assertEquals(samples[i + 3] & 0xff, byTable[i]);
        }
        assertArrayEquals(byTable, byVectors);
    }
}
