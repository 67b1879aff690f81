package dev.understudy.engine.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.engine.render.RenderLimits;
import dev.understudy.settings.SettingReading;
import dev.understudy.settings.SettingTableContract;
import dev.understudy.settings.UnusableSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSettingsTest extends SettingTableContract<EngineSettings> {

    private static final long HEAP = 1000L << 20;

    EngineSettingsTest() {
        super(
                EngineSettingTable.TABLE,
                EngineSettings::of,
                Map.of(
                        EngineSettingTable.SAVE_DIRECTORY, List.of("/not\0fine"),
                        EngineSettingTable.SAVE_CLIENTS, List.of("localhost", "10.0.0.0/33", "10.0.0.1;10.0.0.2")));
    }

    private static EngineSettings settings(Map<String, ?> written) {
        SettingReading reading = EngineSettingTable.TABLE.read(written);
        assertEquals(List.of(), reading.problems());
        return EngineSettings.of(reading.values(), HEAP);
    }

    @Test
    void unitsAreThoseOfTheReference() {
        EngineSettings settings = settings(Map.of("renders", "3", "processors", "2", "memory", "200"));
        assertEquals(new RenderLimits(16_000_000, 100_000_000, 16 << 20), settings.limits());
        assertEquals(3, settings.work().permits());
        assertEquals(2, settings.processors());
        assertEquals(320, settings.work().maxRequests());
        assertEquals(200 << 20, settings.work().memory());
        assertEquals(Duration.ofSeconds(30), settings.deadline());
        assertEquals(Duration.ofSeconds(1), settings.validationInterval());
        assertEquals(1000, settings.quarantineEntries());
    }

    @Test
    void nothingIsSavedForAnybodyByDefault() {
        assertEquals(
                new SaveSettings(
                        Optional.empty(),
                        AddressFilter.NOBODY,
                        100_000_000,
                        Duration.ofSeconds(60),
                        new SaveQuota(10_000_000_000L, 100_000)),
                settings(Map.of()).save());
    }

    @Test
    void zeroIsWhatSuitsTheMachine() {
        EngineSettings settings = settings(Map.of("cache.validationInterval", 0));
        assertEquals(
                Math.max(2, Runtime.getRuntime().availableProcessors()),
                settings.work().permits());
        assertEquals(Runtime.getRuntime().availableProcessors(), settings.processors());
        assertEquals(600 << 20, settings.work().memory());
        assertEquals(Duration.ZERO, settings.validationInterval());
    }

    @Test
    void imagesMayNotTakeMoreThanTheHeap() {
        assertEquals(HEAP, settings(Map.of("memory", 1000)).work().memory());
        assertEquals(
                "memory: '1001' is not a valid value (the heap has 1000 MB); allowed: an integer from 0 to 1000",
                assertThrows(UnusableSettingException.class, () -> settings(Map.of("memory", 1001)))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "MaxRenderRgnPixels, 0, an integer from 1 to 2147483647",
        "MaxNonDsfSize, -1, an integer from 1 to 2147483647",
        "MaxMessageSize, 0, an integer from 1 to 2147483647",
        "renders, -1, an integer from 0 to 1000",
        "processors, -1, an integer from 0 to 1000",
        "queue, 0, an integer from 1 to 100000",
        "memory, -1, an integer from 0 to 2147483647",
        "deadline, 60001, milliseconds from 1 to 60000",
        "cache.validationInterval, 300001, milliseconds from 0 to 300000",
        "quarantine.maxEntries, -1, an integer from 0 to 1000000",
    })
    void whatCannotBeUsedIsNamed(String setting, String value, String allowed) {
        assertEquals(
                "dev.understudy.engine: " + setting + ": '" + value + "' is not a valid value; allowed: " + allowed,
                EngineSettingTable.TABLE
                        .read(Map.of(setting, value))
                        .problems()
                        .get(0)
                        .message());
    }
}
