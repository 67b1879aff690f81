package dev.understudy.metrics.alert;

import dev.understudy.metrics.settings.AlertSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Says which alerts the figures of an interval are a reason for. */
final class AlertRules {

    private static final int PERCENT = 100;

    private AlertRules() {}

    /** Returns the reasons for alerts, each with the setting that says what is allowed. */
    static Map<AlertKind, String> reasons(AlertSettings settings, IntervalFigures figures) {
        Map<AlertKind, String> reasons = new EnumMap<>(AlertKind.class);
        locked(settings, figures.oldest(), reasons);
        if (figures.overlap() > settings.maxOverlap()) {
            reasons.put(
                    AlertKind.HIGH_CONCURRENCY,
                    text(
                            "%.1f requests were at work at a time on average; maxOverlap is %d",
                            figures.overlap(), settings.maxOverlap()));
        }
        if (figures.rate() < settings.minRequestRate()) {
            reasons.put(
                    AlertKind.MINIMUM_TRAFFIC,
                    text(
                            "%.2f requests came a second; minRequestRate is %s",
                            figures.rate(), settings.minRequestRate()));
        }
        if (figures.rate() >= settings.minTraffic()) {
            errorsAndTimes(settings, figures, reasons);
        }
        return reasons;
    }

    private static void locked(AlertSettings settings, Duration oldest, Map<AlertKind, String> reasons) {
        if (oldest.compareTo(settings.lockedThreshold()) > 0) {
            reasons.put(
                    AlertKind.LOCKED_REQUEST,
                    text(
                            "a request has waited for its answer for %d ms; lockedThreshold is %d",
                            oldest.toMillis(), settings.lockedThreshold().toMillis()));
        }
    }

    private static void errorsAndTimes(
            AlertSettings settings, IntervalFigures figures, Map<AlertKind, String> reasons) {
        if (settings.maxErrorRate() < 1 && figures.errorRate() > settings.maxErrorRate()) {
            reasons.put(
                    AlertKind.ERROR_RATE,
                    text(
                            "%.2f %% of %d answers were errors; maxErrorRate is %s",
                            PERCENT * figures.errorRate(), figures.ended().requests(), settings.maxErrorRate()));
        }
        if (figures.averageMillis() > settings.maxAverageTime().toMillis()) {
            reasons.put(
                    AlertKind.RESPONSE_TIME,
                    text(
                            "answers took %.0f ms on average; maxAverageResponseTime is %d",
                            figures.averageMillis(), settings.maxAverageTime().toMillis()));
        }
    }

    private static String text(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
