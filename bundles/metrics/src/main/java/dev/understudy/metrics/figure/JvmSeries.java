package dev.understudy.metrics.figure;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The series of the Java process, under the names that Prometheus's own library for Java has for them. */
public final class JvmSeries implements MultiCollector {

    private static final double MILLIS = 1e3;

    private final ProcessAttributes process = new ProcessAttributes();

    @Override
    public MetricSnapshots collect() {
        SnapshotWriter writer = new SnapshotWriter();
        memory(writer);
        collections(writer);
        writer.gauge(
                "jvm_threads_current",
                "Threads of the process.",
                ManagementFactory.getThreadMXBean().getThreadCount());
        writer.gauge(
                "jvm_classes_currently_loaded",
                "Classes that are loaded.",
                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        writer.gauge(
                "process_start_time_seconds",
                "When the process was started, in seconds since 1970.",
                ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        process.cpuSeconds()
                .ifPresent(value -> writer.counter("process_cpu_seconds", "Processor time of the process.", value));
        process.openFiles()
                .ifPresent(value -> writer.gauge("process_open_fds", "Files that the process has open.", value));
        process.maxFiles().ifPresent(value -> writer.gauge("process_max_fds", "Files that it may have open.", value));
        return writer.all();
    }

    private static void memory(SnapshotWriter writer) {
        writer.gauges("jvm_memory_used_bytes", "Memory that is used.", areas(MemoryUsage::getUsed));
        writer.gauges("jvm_memory_committed_bytes", "Memory that Java has.", areas(MemoryUsage::getCommitted));
        writer.gauges(
                "jvm_memory_max_bytes", "Memory that Java may have; -1 for no limit.", areas(MemoryUsage::getMax));
        HeapAfterCollection.free()
                .ifPresent(free -> writer.gauge(
                        "understudy_heap_free_after_collection_bytes",
                        "Free heap after Java has last collected garbage.",
                        free));
    }

    private static Map<Labels, Double> areas(ToLongFunction<MemoryUsage> value) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        Map<Labels, Double> areas = new LinkedHashMap<>();
        areas.put(Labels.of("area", "heap"), (double) value.applyAsLong(memory.getHeapMemoryUsage()));
        areas.put(Labels.of("area", "nonheap"), (double) value.applyAsLong(memory.getNonHeapMemoryUsage()));
        return areas;
    }

    private static void collections(SnapshotWriter writer) {
        Map<Labels, Double> counts = new LinkedHashMap<>();
        Map<Labels, Double> seconds = new LinkedHashMap<>();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            Labels labels = Labels.of("gc", collector.getName());
            counts.put(labels, (double) Math.max(0, collector.getCollectionCount()));
            seconds.put(labels, Math.max(0, collector.getCollectionTime()) / MILLIS);
        }
        writer.summaries("jvm_gc_collection_seconds", "Collections of garbage.", counts, seconds);
    }
}
