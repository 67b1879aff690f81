package dev.understudy.metrics.figure;

import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceRoots.State;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The series of the roots of sources, folders and stores.
 *
 * @param roots knows the values
 */
public record RootSeries(SourceRoots roots) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        Map<Labels, Double> states = new LinkedHashMap<>();
        for (State state : State.values()) {
            states.put(label(state), 0.0);
        }
        roots.entries().forEach(root -> states.merge(label(root.state()), 1.0, Double::sum));
        SnapshotWriter folders = new SnapshotWriter()
                .gauges("understudy_source_roots", "Root folders of images and static content by their state.", states);
        return StoreSeries.add(folders, roots).all();
    }

    private static Labels label(State state) {
        return Labels.of("state", state.name().toLowerCase(Locale.ROOT));
    }
}
