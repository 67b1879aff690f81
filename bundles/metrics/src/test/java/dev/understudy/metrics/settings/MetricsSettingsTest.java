package dev.understudy.metrics.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.settings.SettingTableContract;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsSettingsTest extends SettingTableContract<MetricsSettings> {

    MetricsSettingsTest() {
        super(
                MetricsSettingTable.TABLE,
                MetricsSettings::of,
                Map.of(
                        MetricsSettingTable.CLIENTS, List.of("localhost", "10.0.0.0/33"),
                        MetricsSettingTable.MIN_TRAFFIC, List.of("", "-1", "NaN", "1e9", "some"),
                        MetricsSettingTable.MAX_ERROR_RATE, List.of("", "-0.1", "1.1", "5 %", "Infinity"),
                        MetricsSettingTable.MIN_RATE, List.of("", "-1", "NaN")));
    }

    @Test
    void theThresholdsAreTheReferences() {
        AlertSettings alerts =
                MetricsSettings.of(MetricsSettingTable.TABLE.defaults()).alerts();
        assertTrue(alerts.enabled());
        assertEquals(Duration.ofMinutes(10), alerts.interval());
        assertEquals(Duration.ofMinutes(10), alerts.heapInterval());
        assertEquals(0, alerts.minTraffic());
        assertEquals(Duration.ofMillis(200), alerts.maxAverageTime());
        assertEquals(0.05, alerts.maxErrorRate());
        assertEquals(0, alerts.minRequestRate());
        assertEquals(50 << 20, alerts.minFreeHeap());
        assertEquals(20, alerts.maxOverlap());
        assertEquals(Duration.ofMinutes(1), alerts.lockedThreshold());
    }
}
