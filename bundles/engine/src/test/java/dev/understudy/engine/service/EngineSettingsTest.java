package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.render.RenderLimits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSettingsTest {

    private static final long HEAP = 1000L << 20;

    private static EngineSettings.Configured configured(int... values) {
        return new EngineSettings.Configured(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
    }

    @Test
    void unitsAreThoseOfTheReference() {
        EngineSettings settings = EngineSettings.of(configured(16, 100, 16, 3, 320, 200, 30_000, 1000), HEAP);
        assertEquals(new RenderLimits(16_000_000, 100_000_000, 16 << 20), settings.limits());
        assertEquals(3, settings.work().permits());
        assertEquals(320, settings.work().maxRequests());
        assertEquals(200 << 20, settings.work().memory());
        assertEquals(Duration.ofSeconds(30), settings.deadline());
        assertEquals(Duration.ofSeconds(1), settings.validationInterval());
    }

    @Test
    void zeroIsWhatSuitsTheMachine() {
        EngineSettings settings = EngineSettings.of(configured(16, 100, 16, 0, 320, 0, 30_000, 0), HEAP);
        assertEquals(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                settings.work().permits());
        assertEquals(600 << 20, settings.work().memory());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, MaxRenderRgnPixels is 0; allowed: millions of pixels from 1 to 2147483647",
        "1, -1, MaxNonDsfSize is -1; allowed: millions of pixels from 1 to 2147483647",
        "2, 0, MaxMessageSize is 0; allowed: megabytes from 1 to 2147483647",
        "3, -1, 'renders is -1; allowed: images at a time, 0 for one a processor, from 0 to 1000'",
        "4, 0, queue is 0; allowed: requests from 1 to 100000",
        "5, 1001, 'memory is 1001; allowed: megabytes, 0 for a share of the heap, from 0 to 1000'",
        "6, 60001, deadline is 60001; allowed: milliseconds from 1 to 60000",
        "7, 300001, cache.validationInterval is 300001; allowed: milliseconds from 0 to 300000"
    })
    void whatCannotBeUsedIsNamed(int setting, int value, String message) {
        int[] values = {16, 100, 16, 2, 320, 0, 30_000, 1000};
        values[setting] = value;
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> EngineSettings.of(configured(values), HEAP));
        assertEquals("dev.understudy.engine: " + message, refused.getMessage());
        assertTrue(refused.getMessage().length() < 120, "one line");
    }
}
