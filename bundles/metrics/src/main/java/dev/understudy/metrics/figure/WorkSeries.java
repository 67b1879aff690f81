package dev.understudy.metrics.figure;

import dev.understudy.observe.EngineLoad;
import dev.understudy.observe.EngineLoad.LoadFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The series of the work of making images.
 *
 * @param load knows the values
 */
public record WorkSeries(EngineLoad load) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        LoadFigures figures = load.load();
        return new SnapshotWriter()
                .gauge("understudy_queue_requests", "Requests at work or waiting for their turn.", figures.requests())
                .gauge("understudy_queue_max_requests", "Requests that may be there.", figures.maxRequests())
                .gauge("understudy_queue_waiting", "Tasks that wait for their turn or for memory.", figures.waiting())
                .gauge("understudy_renders_active", "Tasks that are being done.", figures.rendering())
                .gauge("understudy_renders_abandoned", "Tasks that go on though given up.", figures.abandoned())
                .gauge("understudy_memory_reserved_bytes", "Memory that is reserved for images.", figures.memory())
                .gauge("understudy_memory_max_bytes", "Memory that can be reserved.", figures.maxMemory())
                .all();
    }
}
