package dev.understudy.metrics.alert;

import dev.understudy.metrics.request.RequestTotals;
import java.time.Duration;

/**
 * What happened in an interval.
 *
 * @param length of the interval
 * @param ended the requests that ended in it
 * @param overlap the requests that were at work at a time on average
 * @param oldest how long the oldest request has waited for its answer by the end of the interval
 */
record IntervalFigures(Duration length, RequestTotals ended, double overlap, Duration oldest) {

    private static final double MILLIS = 1e3;

    /** Returns requests a second. */
    double rate() {
        return ended.requests() * MILLIS / Math.max(1, length.toMillis());
    }

    /** Returns the part of the answers that were errors; 0 when there were none. */
    double errorRate() {
        return ended.requests() == 0 ? 0 : (double) ended.errors() / ended.requests();
    }

    /** Returns how long the answers that were no errors took on average, in milliseconds; 0 when there were none. */
    double averageMillis() {
        long good = ended.requests() - ended.errors();
        return good == 0 ? 0 : ended.goodSeconds() * MILLIS / good;
    }
}
