package dev.understudy.metrics.request;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The durations of requests by method, status, mount and error. Those without an error are found by their numbers. Safe for many threads. */
final class DurationTable implements Collector {

    static final String NAME = "http_server_request_duration_seconds";

    private static final int MIN_STATUS = 100;
    private static final int STATUSES = 300;

    /** The mounts of the server's own pages, whose requests say nothing of how clients are served. */
    private static final Set<String> OWN_PAGES = Set.of("/health", "/metrics");

    private final Map<Key, DurationSeries> all = new ConcurrentHashMap<>();
    private final Map<String, AtomicReferenceArray<@Nullable DurationSeries>> byMount = new ConcurrentHashMap<>();

    private record Key(String method, String mount, String status, String error) {

        Labels labels() {
            return Labels.of(
                    "http_request_method", method,
                    "http_route", mount,
                    "http_response_status_code", status,
                    "error_type", error);
        }

        boolean isError() {
            return !error.isEmpty();
        }
    }

    /** Returns whether a status, from 100 to 399, is no error. */
    static boolean isGood(int status) {
        return status >= MIN_STATUS && status < MIN_STATUS + STATUSES;
    }

    /** Returns the series of answers that are no errors. */
    DurationSeries find(String method, String mount, int status) {
        AtomicReferenceArray<@Nullable DurationSeries> known = byMount.get(mount);
        if (known == null) {
            known = byMount.computeIfAbsent(
                    mount, name -> new AtomicReferenceArray<>(KnownMethods.LABELS.size() * STATUSES));
        }
        int place = KnownMethods.index(method) * STATUSES + status - MIN_STATUS;
        DurationSeries series = known.get(place);
        if (series == null) {
            series = find(method, mount, status, "");
            known.set(place, series);
        }
        return series;
    }

    /** Returns the series of answers that are errors of a type. */
    DurationSeries find(String method, String mount, int status, String error) {
        String known = KnownMethods.LABELS.get(KnownMethods.index(method));
        return all.computeIfAbsent(
                new Key(known, mount, KnownStatuses.label(status), error), key -> new DurationSeries(key.labels()));
    }

    /** Returns how many requests of clients there were. */
    RequestTotals totals() {
        RequestTotals totals = RequestTotals.NONE;
        for (Map.Entry<Key, DurationSeries> entry : all.entrySet()) {
            if (!OWN_PAGES.contains(entry.getKey().mount())) {
                DurationSeries series = entry.getValue();
                totals = totals.and(entry.getKey().isError(), series.requests(), series.seconds());
            }
        }
        return totals;
    }

    @Override
    public MetricSnapshot collect() {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                .name(NAME)
                .help("Duration of HTTP requests, from the first byte of the request to the end of the answer.");
        all.values().forEach(series -> histogram.dataPoint(series.snapshot()));
        return histogram.build();
    }

    @Override
    public String getPrometheusName() {
        return NAME;
    }
}
