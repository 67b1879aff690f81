package dev.understudy.metrics.figure;

import dev.understudy.observe.RequestLoad;
import dev.understudy.observe.RequestLoad.RequestFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The series of requests at work.
 *
 * @param load knows the values
 */
public record LoadSeries(RequestLoad load) implements MultiCollector {

    private static final double MILLIS = 1e3;

    @Override
    public MetricSnapshots collect() {
        RequestFigures figures = load.requests();
        return new SnapshotWriter()
                .gauge("http_server_active_requests", "Requests that have begun and not ended.", figures.active())
                .gauge(
                        "understudy_oldest_request_seconds",
                        "How long the oldest request waits whose answer has not begun.",
                        figures.oldest().toMillis() / MILLIS)
                .all();
    }
}
