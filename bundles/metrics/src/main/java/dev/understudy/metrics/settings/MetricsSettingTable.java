package dev.understudy.metrics.settings;

import static dev.understudy.settings.SettingSyntax.flag;
import static dev.understudy.settings.SettingSyntax.integer;
import static dev.understudy.settings.SettingSyntax.large;
import static dev.understudy.settings.SettingSyntax.millis;
import static dev.understudy.settings.SettingSyntax.text;

import dev.understudy.catalog.AddressFilter;
import dev.understudy.settings.SettingRow;
import dev.understudy.settings.SettingSyntax;
import dev.understudy.settings.SettingTable;
import java.time.Duration;

/** The rows of the settings of metrics and alerts. {@link SettingRow} tells the columns. */
public final class MetricsSettingTable {

    private static final SettingSyntax<AddressFilter> ADDRESSES = text(
            AddressFilter.FORM + "; empty for none",
            text -> text.isEmpty() ? AddressFilter.NOBODY : AddressFilter.parse(text));
    private static final SettingSyntax<Double> RATIO = text("a number from 0 to 1", text -> number(text, 1));
    private static final SettingSyntax<Double> RATE =
            text("a number from 0 to 1000000", text -> number(text, 1_000_000));

    private static final SettingTable.Builder ROWS = SettingTable.of("dev.understudy.metrics", "Understudy metrics");

    // @formatter:off
    static final SettingRow<AddressFilter> CLIENTS = ROWS.add("metrics.clients", "", "", "127.0.0.0/8,::1", ADDRESSES, "addresses of clients that may read `/metrics`");
    static final SettingRow<Boolean> ENABLED = ROWS.add("monitorAlertGenerator.enableGlobalAlerting", "", "AS::monitorAlertGenerator.enableGlobalAlerting", "true", flag(), "whether the log tells of alerts");
    static final SettingRow<Duration> INTERVAL = ROWS.add("monitorAlertGenerator.alertInterval", "", "AS::monitorAlertGenerator.alertInterval", "600000", millis(60_000, 86_400_000), "time over which requests are counted for an alert");
    static final SettingRow<Duration> HEAP_INTERVAL = ROWS.add("monitorAlertGenerator.heapSpaceResetInterval", "", "AS::monitorAlertGenerator.heapSpaceResetInterval", "600000", millis(0, 86_400_000), "time after an alert about the heap before there is another one");
    static final SettingRow<Double> MIN_TRAFFIC = ROWS.add("monitorAlertGenerator.minTrafficForAlerts", "", "AS::monitorAlertGenerator.minTrafficForAlerts", "0", RATE, "requests a second below which neither errors nor times are a reason for an alert");
    static final SettingRow<Integer> MAX_TIME = ROWS.add("monitorAlertGenerator.maxAverageResponseTime", "", "AS::monitorAlertGenerator.maxAverageResponseTime", "200", integer(0, 3_600_000), "milliseconds that answers with a status below 400 may take on average");
    static final SettingRow<Double> MAX_ERROR_RATE = ROWS.add("monitorAlertGenerator.maxErrorRate", "", "AS::monitorAlertGenerator.maxErrorRate", "0.05", RATIO, "part of the answers that may have a status of 400 or more; 1 for no alert");
    static final SettingRow<Double> MIN_RATE = ROWS.add("monitorAlertGenerator.minRequestRate", "", "AS::monitorAlertGenerator.minRequestRate", "0", RATE, "requests a second that there should be; 0 for no alert");
    static final SettingRow<Long> MIN_HEAP = ROWS.add("monitorAlertGenerator.minFreeHeapSpace", "", "AS::monitorAlertGenerator.minFreeHeapSpace", "52428800", large(0, Long.MAX_VALUE), "bytes of the heap that should be free after Java has collected garbage; 0 for no alert");
    static final SettingRow<Integer> MAX_OVERLAP = ROWS.add("monitorAlertGenerator.maxOverlap", "", "AS::monitorAlertGenerator.maxOverlap", "20", integer(1, 1_000_000), "requests that may be at work at a time on average");
    static final SettingRow<Duration> LOCKED = ROWS.add("monitorAlertGenerator.lockedThreshold", "", "AS::monitorAlertGenerator.lockedThreshold", "60000", millis(1, 86_400_000), "time for which a request may wait for the beginning of its answer");
    // @formatter:on

    /** All rows. */
    public static final SettingTable TABLE = ROWS.build();

    private MetricsSettingTable() {}

    private static double number(String text, double most) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            // The range says that a number is needed; the exception's own words add nothing.
            throw new IllegalArgumentException((String) null, e);
        }
        if (!(value >= 0 && value <= most)) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
