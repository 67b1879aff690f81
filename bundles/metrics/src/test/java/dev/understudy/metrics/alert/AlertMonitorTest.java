package dev.understudy.metrics.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.metrics.request.RequestTotals;
import dev.understudy.metrics.settings.MetricsSettingTable;
import dev.understudy.metrics.settings.MetricsSettings;
import dev.understudy.observe.RequestLoad.RequestFigures;
import dev.understudy.settings.LogCapture;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Alerts by the reference's thresholds, an interval of a minute, and a clock of the test's own. */
class AlertMonitorTest {

    private static final int INTERVAL = 60;

    private final LogCapture log = new LogCapture();
    private RequestTotals totals = RequestTotals.NONE;
    private RequestFigures load = new RequestFigures(0, Duration.ZERO);
    private OptionalLong freeHeap = OptionalLong.empty();
    private int second;

    @AfterEach
    void restore() {
        log.close();
    }

    private AlertMonitor monitor(Map<String, Object> more) {
        Map<String, Object> written = new HashMap<>(Map.of("monitorAlertGenerator.alertInterval", "60000"));
        more.forEach((name, value) -> written.put("monitorAlertGenerator." + name, value));
        MetricsSettings settings =
                MetricsSettings.of(MetricsSettingTable.TABLE.read(written).values());
        AlertMonitor monitor = new AlertMonitor(settings.alerts(), () -> totals, () -> load, () -> freeHeap);
        monitor.look(Duration.ZERO);
        return monitor;
    }

    private void interval(AlertMonitor monitor) {
        for (int i = 0; i < INTERVAL; i++) {
            monitor.look(Duration.ofSeconds(++second));
        }
    }

    private void requests(long requests, long errors, double goodSeconds) {
        totals = new RequestTotals(
                totals.requests() + requests, totals.errors() + errors, totals.goodSeconds() + goodSeconds);
    }

    private List<String> lines() {
        return log.lines().stream()
                .map(line -> line.replaceFirst("^\\[.*?] ", "").replaceFirst(" \\S*AlertLog - ", " "))
                .toList();
    }

    @Test
    void aQuietServerRaisesNone() {
        AlertMonitor monitor = monitor(Map.of());
        requests(1000, 50, 190);
        interval(monitor);
        interval(monitor);
        assertEquals(List.of(), lines());
    }

    @Test
    void anAlertIsALineWhenItIsRaisedAndALineWhenItIsCleared() {
        AlertMonitor monitor = monitor(Map.of());
        for (int i = 0; i < 3; i++) {
            requests(1000, 73, 10);
            interval(monitor);
        }
        requests(1000, 50, 10);
        interval(monitor);
        assertEquals(
                List.of(
                        "WARN Alert raised: Error Rate (Error): 7.30 % of 1000 answers were errors; maxErrorRate is 0.05",
                        "INFO Alert cleared: Error Rate (Error)"),
                lines());
    }

    @Test
    void errorsDoNotCountForTheTime() {
        AlertMonitor monitor = monitor(Map.of("maxErrorRate", "1"));
        requests(100, 90, 2.5);
        interval(monitor);
        assertEquals(
                List.of(
                        "WARN Alert raised: Response Time (RTime): answers took 250 ms on average; maxAverageResponseTime is 200"),
                lines());
    }

    @Test
    void littleTrafficIsNoReason() {
        AlertMonitor monitor = monitor(Map.of("minTrafficForAlerts", "1"));
        requests(59, 59, 0);
        interval(monitor);
        assertEquals(List.of(), lines());
        requests(60, 60, 0);
        interval(monitor);
        assertEquals(1, lines().size());
    }

    @Test
    void trafficThatStaysAway() {
        AlertMonitor monitor = monitor(Map.of("minRequestRate", "0.5"));
        requests(15, 0, 0);
        interval(monitor);
        assertEquals(
                List.of(
                        "WARN Alert raised: Minimum Traffic (Traf): 0.25 requests came a second; minRequestRate is 0.5"),
                lines());
    }

    @Test
    void requestsAtATime() {
        AlertMonitor monitor = monitor(Map.of());
        load = new RequestFigures(30, Duration.ofSeconds(3));
        interval(monitor);
        assertEquals(
                "WARN Alert raised: High Concurrency (Conc): 29.5 requests were at work at a time on average; maxOverlap is 20",
                lines().get(0));
    }

    @Test
    void aRequestThatHangs() {
        AlertMonitor monitor = monitor(Map.of());
        load = new RequestFigures(1, Duration.ofSeconds(61));
        interval(monitor);
        load = new RequestFigures(0, Duration.ZERO);
        interval(monitor);
        assertEquals(
                List.of(
                        "WARN Alert raised: Locked Request (Lock): a request has waited for its answer for 61000 ms;"
                                + " lockedThreshold is 60000",
                        "INFO Alert cleared: Locked Request (Lock)"),
                lines());
    }

    @Test
    void theHeapIsToldAtOnceButNotTooOften() {
        AlertMonitor monitor = monitor(Map.of("heapSpaceResetInterval", "120000"));
        freeHeap = OptionalLong.of(52_428_799);
        monitor.look(Duration.ofSeconds(1));
        freeHeap = OptionalLong.of(100_000_000);
        monitor.look(Duration.ofSeconds(2));
        freeHeap = OptionalLong.of(1000);
        monitor.look(Duration.ofSeconds(119));
        List<String> before = lines();
        monitor.look(Duration.ofSeconds(121));
        assertEquals(
                List.of(
                        "WARN Alert raised: Heap Space (Heap): 52428799 bytes were free after garbage was collected;"
                                + " minFreeHeapSpace is 52428800",
                        "INFO Alert cleared: Heap Space (Heap)"),
                before);
        assertEquals(3, lines().size());
    }
}
