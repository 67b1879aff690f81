package dev.understudy.metrics.figure;

import dev.understudy.observe.SourceWarming;
import dev.understudy.observe.SourceWarming.WarmingFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The series of sources that are kept smaller.
 *
 * @param warming knows the values
 */
public record WarmingSeries(SourceWarming warming) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        WarmingFigures figures = warming.figures();
        return new SnapshotWriter()
                .gauge("understudy_levels", "Levels and indexes of sources that are kept.", figures.levels())
                .gauge("understudy_levels_bytes", "Bytes that they take.", figures.bytes())
                .gauge("understudy_levels_max_bytes", "Bytes that they may take.", figures.maxBytes())
                .gauge("understudy_levels_waiting", "Sources that wait for being made smaller.", figures.waiting())
                .counter("understudy_levels_used", "How often one was used in place of decoding.", figures.used())
                .counter("understudy_levels_damaged", "Levels that were damaged and thrown away.", figures.damaged())
                .all();
    }
}
