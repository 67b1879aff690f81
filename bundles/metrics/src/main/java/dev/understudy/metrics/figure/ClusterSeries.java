package dev.understudy.metrics.figure;

import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CacheCluster.ClusterFigures;
import dev.understudy.observe.CacheCluster.LookupFigures;
import dev.understudy.observe.CacheCluster.OfferFigures;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The series of the servers that share replies.
 *
 * @param cluster knows the values
 */
public record ClusterSeries(CacheCluster cluster) implements MultiCollector {

    @Override
    public MetricSnapshots collect() {
        ClusterFigures figures = cluster.figures();
        long answering =
                figures.servers().stream().filter(server -> server.answering()).count();
        return new SnapshotWriter()
                .gauge(
                        "understudy_cluster_up",
                        "Whether this server takes part in the cluster that it is configured for.",
                        isUp(figures) ? 1 : 0)
                .gauge(
                        "understudy_cluster_servers",
                        "Servers of the cluster that are there.",
                        figures.servers().size())
                .gauge("understudy_cluster_answering_servers", "Servers of the cluster that answer in time.", answering)
                .gauge("understudy_cluster_entries", "Replies that this server holds for all.", figures.entries())
                .gauge("understudy_cluster_bytes", "Bytes that these and copies for others take.", figures.bytes())
                .gauge("understudy_cluster_max_bytes", "Bytes that they may take.", figures.maxBytes())
                .counters(
                        "understudy_cluster_lookups",
                        "Look-ups of replies that another server may have made, by outcome.",
                        lookups(figures.lookups()))
                .counters(
                        "understudy_cluster_offers",
                        "Replies that this server has made, by what became of them in the cluster.",
                        offers(figures.offers()))
                .all();
    }

    private static boolean isUp(ClusterFigures figures) {
        return switch (figures.state()) {
            case OFF, ALONE, JOINED -> true;
            case STARTING, FAILED -> false;
        };
    }

    private static Map<Labels, Double> lookups(LookupFigures lookups) {
        Map<Labels, Double> counts = new LinkedHashMap<>();
        put(counts, "hit", lookups.hits());
        put(counts, "miss", lookups.misses());
        put(counts, "timeout", lookups.timeouts());
        put(counts, "skipped", lookups.skipped());
        put(counts, "other-sources", lookups.otherSources());
        put(counts, "purged", lookups.purged());
        put(counts, "damaged", lookups.damaged());
        return counts;
    }

    private static Map<Labels, Double> offers(OfferFigures offers) {
        Map<Labels, Double> counts = new LinkedHashMap<>();
        put(counts, "stored", offers.stored());
        put(counts, "dropped", offers.dropped());
        put(counts, "failed", offers.failed());
        put(counts, "unshared", offers.unshared());
        return counts;
    }

    private static void put(Map<Labels, Double> counts, String outcome, long count) {
        counts.put(Labels.of("outcome", outcome), (double) count);
    }
}
