package dev.understudy.http.health;

import dev.understudy.observe.CacheCluster.ClusterFigures;
import dev.understudy.observe.CacheCluster.LookupFigures;
import dev.understudy.observe.CacheCluster.OfferFigures;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The servers that share replies, as JSON: how many, not where, since the report is public. */
final class ClusterJson {

    private ClusterJson() {}

    static Map<String, Object> of(ClusterFigures cluster) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", cluster.state().name().toLowerCase(Locale.ROOT));
        json.put("servers", cluster.servers().size());
        json.put(
                "notAnswering",
                cluster.servers().stream().filter(server -> !server.answering()).count());
        json.put("count", cluster.entries());
        json.put("bytes", cluster.bytes());
        json.put("maxBytes", cluster.maxBytes());
        json.put("lookups", lookups(cluster.lookups()));
        json.put("replies", replies(cluster.offers()));
        return json;
    }

    private static Map<String, Object> lookups(LookupFigures lookups) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hits", lookups.hits());
        json.put("misses", lookups.misses());
        json.put("timeouts", lookups.timeouts());
        json.put("skipped", lookups.skipped());
        json.put("otherSources", lookups.otherSources());
        json.put("purged", lookups.purged());
        json.put("damaged", lookups.damaged());
        return json;
    }

    private static Map<String, Object> replies(OfferFigures offers) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stored", offers.stored());
        json.put("dropped", offers.dropped());
        json.put("failed", offers.failed());
        json.put("unshared", offers.unshared());
        return json;
    }
}
