package dev.understudy.metrics.figure;

import dev.understudy.observe.Secondaries;
import dev.understudy.observe.Secondaries.BreakerState;
import dev.understudy.observe.Secondaries.ForwardCount;
import dev.understudy.observe.Secondaries.SecondaryStatus;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The series of secondary servers. One that catalogs wait for with other timeouts is one here; catalogs can name any number, so those
 * beyond the first {@value #MAX} are one, too.
 *
 * @param secondaries knows the values
 */
public record SecondarySeries(Secondaries secondaries) implements MultiCollector {

    private static final int MAX = 100;
    private static final String OTHER = "other";

    @Override
    public MetricSnapshots collect() {
        List<SecondaryStatus> entries = secondaries.entries();
        Set<String> shown = shown(entries);
        Map<Labels, Double> forwards = new LinkedHashMap<>();
        Map<Labels, Double> active = new LinkedHashMap<>();
        Map<Labels, Double> breakers = new LinkedHashMap<>();
        for (SecondaryStatus entry : entries) {
            String name = shown.contains(entry.rootUrl()) ? entry.rootUrl() : OTHER;
            active.merge(Labels.of("secondary", name), (double) entry.underWay(), Double::sum);
            for (BreakerState state : BreakerState.values()) {
                breakers.merge(
                        Labels.of("secondary", name, "state", label(state)),
                        entry.breaker() == state ? 1.0 : 0.0,
                        Double::sum);
            }
            for (ForwardCount count : entry.counts()) {
                Labels labels =
                        Labels.of("secondary", name, "reason", count.reason().code(), "outcome", count.outcome());
                forwards.merge(labels, (double) count.count(), Double::sum);
            }
        }
        return new SnapshotWriter()
                .counters(
                        "understudy_forwards",
                        "Requests that were forwarded, by secondary server, by the code of the failure here, and by the outcome.",
                        forwards)
                .gauges("understudy_forwards_active", "Requests that a secondary server has not answered yet.", active)
                .gauges("understudy_breakers", "Breakers of secondary servers by their state.", breakers)
                .all();
    }

    private static Set<String> shown(List<SecondaryStatus> entries) {
        Set<String> shown = new LinkedHashSet<>();
        for (SecondaryStatus entry : entries) {
            if (shown.size() < MAX) {
                shown.add(entry.rootUrl());
            }
        }
        return shown;
    }

    private static String label(BreakerState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
