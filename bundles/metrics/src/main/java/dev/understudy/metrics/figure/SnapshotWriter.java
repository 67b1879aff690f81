package dev.understudy.metrics.figure;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the values of one moment. Belongs to one thread. */
final class SnapshotWriter {

    private final List<MetricSnapshot> snapshots = new ArrayList<>();

    /** Adds a value that goes up and down. */
    SnapshotWriter gauge(String name, String help, double value) {
        return gauges(name, help, Map.of(Labels.EMPTY, value));
    }

    /** Adds values that go up and down, by their labels. */
    SnapshotWriter gauges(String name, String help, Map<Labels, Double> values) {
        GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> gauge.dataPoint(
                GaugeDataPointSnapshot.builder().labels(labels).value(value).build()));
        snapshots.add(gauge.build());
        return this;
    }

    /** Adds a count since the start; {@code name} is without its ending {@code _total}. */
    SnapshotWriter counter(String name, String help, double value) {
        return counters(name, help, Map.of(Labels.EMPTY, value));
    }

    /** Adds counts since the start, by their labels; {@code name} is without its ending {@code _total}. */
    SnapshotWriter counters(String name, String help, Map<Labels, Double> values) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> counter.dataPoint(
                CounterDataPointSnapshot.builder().labels(labels).value(value).build()));
        snapshots.add(counter.build());
        return this;
    }

    /** Adds events since the start, with the seconds that they took together, by their labels. */
    SnapshotWriter summaries(String name, String help, Map<Labels, Double> counts, Map<Labels, Double> seconds) {
        SummarySnapshot.Builder summary = SummarySnapshot.builder().name(name).help(help);
        counts.forEach((labels, count) -> summary.dataPoint(SummaryDataPointSnapshot.builder()
                .labels(labels)
                .count(count.longValue())
                .sum(seconds.getOrDefault(labels, 0.0))
                .build()));
        snapshots.add(summary.build());
        return this;
    }

    /** Returns all that was added. */
    MetricSnapshots all() {
        return new MetricSnapshots(snapshots);
    }
}
