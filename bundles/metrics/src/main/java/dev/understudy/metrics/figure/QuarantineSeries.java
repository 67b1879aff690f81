package dev.understudy.metrics.figure;

import dev.understudy.observe.Quarantine;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The series of the quarantine.
 *
 * @param quarantine knows the values
 */
public record QuarantineSeries(Quarantine quarantine) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        return new SnapshotWriter()
                .gauge(
                        "understudy_quarantine_sources",
                        "Sources that are known to be damaged and are not decoded again.",
                        quarantine.entries().size())
                .all();
    }
}
