package dev.understudy.codec.avif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QualityScaleTest {

    @Test
    void moreQualityIsNeverACoarserQuantizer() {
        int before = CodingSettings.MOST;
        for (int quality = 1; quality <= 100; quality++) {
            int quantizer = QualityScale.quantizer(quality);
            assertTrue(quantizer <= before, quality + " has " + quantizer);
            before = quantizer;
        }
        assertEquals(1, before);
    }

    @Test
    void qualitiesBetweenThePointsAreOnALine() {
        assertEquals(62, QualityScale.quantizer(1));
        assertEquals(26, QualityScale.quantizer(80));
        assertEquals(24, QualityScale.quantizer(82));
    }
}
