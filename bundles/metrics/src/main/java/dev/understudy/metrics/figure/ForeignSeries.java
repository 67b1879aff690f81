package dev.understudy.metrics.figure;

import dev.understudy.observe.ForeignImages;
import dev.understudy.observe.ForeignImages.ForeignFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The series of foreign images.
 *
 * @param images knows the values
 */
public record ForeignSeries(ForeignImages images) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        ForeignFigures figures = images.figures();
        Map<Labels, Double> outcomes = new LinkedHashMap<>();
        outcomes.put(Labels.of("outcome", "fetched"), (double) figures.fetched());
        outcomes.put(Labels.of("outcome", "unchanged"), (double) figures.unchanged());
        outcomes.put(Labels.of("outcome", "failed"), (double) figures.failed());
        return new SnapshotWriter()
                .gauge("understudy_foreign_images", "Foreign images that are kept.", figures.images())
                .gauge("understudy_foreign_bytes", "Bytes that they take.", figures.bytes())
                .gauge("understudy_foreign_max_bytes", "Bytes that they may take.", figures.maxBytes())
                .gauge("understudy_foreign_active", "Foreign images that are being fetched.", figures.fetching())
                .counters("understudy_foreign_fetches", "Requests to foreign servers by their outcome.", outcomes)
                .all();
    }
}
