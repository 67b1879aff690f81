package dev.understudy.engine.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnStripTest {

    @Test
    void stripsFollowEachOtherAndHoldWhatTheirColumnsNeed() {
        Taps across = new Taps(new Axis(-3, 1.7, 900, 0, 1500), Kernel.LANCZOS);
        List<ColumnStrip> strips = ColumnStrip.of(across, 100);
        int next = 0;
        for (ColumnStrip strip : strips) {
            assertEquals(next, strip.first());
            assertTrue(strip.width() <= 100, strip::toString);
            for (int i = strip.first(); i < strip.end(); i++) {
                assertTrue(across.start(i) >= strip.low() && across.end(i) <= strip.high(), strip + " at " + i);
            }
            next = strip.end();
        }
        assertEquals(900, next);
    }

    @Test
    void aColumnThatNeedsMoreThanAStripHasOneOfItsOwn() {
        Taps across = new Taps(new Axis(0, 200, 5, 0, 1000), Kernel.TRIANGLE);
        assertEquals(5, ColumnStrip.of(across, 100).size());
    }
}
