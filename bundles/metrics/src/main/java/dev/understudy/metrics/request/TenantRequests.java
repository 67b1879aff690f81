package dev.understudy.metrics.request;

import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts requests by tenant. To count one is a look-up and an addition, and makes no object. Safe for many threads. */
final class TenantRequests {

    private final TenantLabels labels;
    private final Counter requests;
    private final CounterDataPoint ofOthers;
    private final Map<String, CounterDataPoint> known = new ConcurrentHashMap<>();

    /**
     * Creates counts of no requests, which are shown in a registry.
     *
     * @param labels says which tenants have a label of their own
     */
    TenantRequests(PrometheusRegistry registry, TenantLabels labels) {
        this.labels = labels;
        requests = Counter.builder()
                .name("understudy_tenant_requests_total")
                .help("Requests by the catalog that they are for, whatever came of them.")
                .labelNames("tenant")
                .withoutExemplars()
                .register(registry);
        ofOthers = requests.labelValues(TenantLabels.OTHER);
    }

    /**
     * Counts a request.
     *
     * @param rootId the root id of its catalog; empty for the default catalog
     */
    void count(String rootId) {
        CounterDataPoint tenant = known.get(rootId);
        (tenant == null ? find(rootId) : tenant).inc();
    }

    private CounterDataPoint find(String rootId) {
        String label = labels.label(rootId);
        return label.equals(TenantLabels.OTHER)
                ? ofOthers
                : known.computeIfAbsent(rootId, id -> requests.labelValues(label));
    }
}
