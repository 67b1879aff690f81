package dev.understudy.metrics.settings;

import dev.understudy.settings.SettingValues;
import java.time.Duration;

/**
 * When the log tells of alerts.
 *
 * <p>Source: the reference's pages on the alert thresholds and on the monitoring and alerting system.
 *
 * @param enabled whether there are alerts
 * @param interval the time over which requests are counted
 * @param heapInterval the least time between two alerts about the heap
 * @param minTraffic requests a second below which there are no alerts about errors and times
 * @param maxAverageTime how long an answer that is no error may take on average
 * @param maxErrorRate the part of answers that may be errors; 1 for no alert
 * @param minRequestRate requests a second that there should be; 0 for no alert
 * @param minFreeHeap bytes that should be free after a collection; 0 for no alert
 * @param maxOverlap requests that may be at work at a time on average
 * @param lockedThreshold how long a request may wait for the beginning of its answer
 */
public record AlertSettings(
        boolean enabled,
        Duration interval,
        Duration heapInterval,
        double minTraffic,
        Duration maxAverageTime,
        double maxErrorRate,
        double minRequestRate,
        long minFreeHeap,
        int maxOverlap,
        Duration lockedThreshold) {

    static AlertSettings of(SettingValues values) {
        return new AlertSettings(
                values.get(MetricsSettingTable.ENABLED),
                values.get(MetricsSettingTable.INTERVAL),
                values.get(MetricsSettingTable.HEAP_INTERVAL),
                values.get(MetricsSettingTable.MIN_TRAFFIC),
                Duration.ofMillis(values.get(MetricsSettingTable.MAX_TIME)),
                values.get(MetricsSettingTable.MAX_ERROR_RATE),
                values.get(MetricsSettingTable.MIN_RATE),
                values.get(MetricsSettingTable.MIN_HEAP),
                values.get(MetricsSettingTable.MAX_OVERLAP),
                values.get(MetricsSettingTable.LOCKED));
    }
}
