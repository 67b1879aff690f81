package dev.understudy.metrics.figure;

import dev.understudy.catalog.CatalogService;
import dev.understudy.catalog.CatalogStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The series of catalogs.
 *
 * @param catalogs knows the values
 */
public record CatalogSeries(CatalogService catalogs) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Map<Labels, Double> states = new LinkedHashMap<>();
        for (CatalogStatus.State state : CatalogStatus.State.values()) {
            states.put(label(state), 0.0);
        }
        CatalogStatus.of(catalogs).forEach(catalog -> states.merge(label(catalog.state()), 1.0, Double::sum));
        return new SnapshotWriter()
                .gauges("understudy_catalogs", "Catalogs by their state.", states)
                .gauge(
                        "understudy_catalog_problems",
                        "What is wrong with catalogs at the moment.",
                        catalogs.problems().size())
                .counter(
                        "understudy_catalog_loads",
                        "How often catalogs were loaded, each time as many as had changed.",
                        catalogs.loads())
                .all();
    }

    private static Labels label(CatalogStatus.State state) {
        return Labels.of("state", state.name().toLowerCase(Locale.ROOT));
    }
}
