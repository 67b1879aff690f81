package dev.understudy.metrics.figure;

import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.CachedReplies.CacheFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * The series of the response cache.
 *
 * @param cache knows the values
 */
public record CacheSeries(CachedReplies cache) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        CacheFigures figures = cache.figures();
        return new SnapshotWriter()
                .gauge("understudy_cache_entries", "Replies in the response cache.", figures.entries())
                .gauge("understudy_cache_max_entries", "Replies that may be in the cache.", figures.maxEntries())
                .gauge("understudy_cache_bytes", "Bytes that the replies in the cache take.", figures.bytes())
                .gauge("understudy_cache_max_bytes", "Bytes that they may take.", figures.maxBytes())
                .gauge("understudy_cache_folders", "Folders of the cache.", figures.folders())
                .gauge(
                        "understudy_cache_usable_folders",
                        "Folders of the cache that can be used now.",
                        figures.usable())
                .counter(
                        "understudy_cache_evictions",
                        "Replies that had to go because the cache was full.",
                        figures.evictions())
                .all();
    }
}
