package dev.understudy.metrics.request;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts finished requests. A cached hit costs an observation and two increments, and no object. */
public final class RequestMetrics {

    private final DurationTable durations = new DurationTable();
    private final Counter canceled;
    private final Counter standIns;
    private final CounterDataPoint[] cacheUses;
    private final TenantLabels tenants = new TenantLabels();
    private final TenantRequests tenantRequests;

    /** Creates counts of no requests, which are shown in a registry. */
    public RequestMetrics(PrometheusRegistry registry) {
        registry.register(durations);
        tenantRequests = new TenantRequests(registry, tenants);
        canceled = Counter.builder()
                .name("understudy_canceled_requests_total")
                .help("Requests that clients took back before any work on them had begun, 499 in the access log.")
                .withoutExemplars()
                .register(registry);
        standIns = Counter.builder()
                .name("understudy_stand_ins_total")
                .help(
                        "Answers that are not what was asked for, by catalog, by what stood in, and by the code of the failure.")
                .labelNames("tenant", "kind", "code")
                .withoutExemplars()
                .register(registry);
        Counter uses = Counter.builder()
                .name("understudy_cache_requests_total")
                .help("Requests by what the response cache did for them.")
                .labelNames("use")
                .withoutExemplars()
                .register(registry);
        cacheUses = Arrays.stream(CacheUse.values())
                .map(use -> uses.labelValues(use.name().toLowerCase(Locale.ROOT)))
                .toArray(CounterDataPoint[]::new);
    }

    /** Counts a request; the parameters are those of {@link dev.understudy.observe.ServingListener#onRequest}. */
    public void count(String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {
        if (accessRecord != null && accessRecord.injected() != null) {
            // somebody wanted to see a fault, and had nothing to complain of
            return;
        }
        DurationSeries series = DurationTable.isGood(status)
                ? durations.find(method, mount, status)
                : durations.find(method, mount, status, errorType(status, accessRecord));
        series.count(nanos);
        if (accessRecord != null) {
            count(accessRecord);
        }
    }

    /** Counts a request that its client took back; it has no answer, so that it is neither an error nor good. */
    public void countCanceled() {
        canceled.inc();
    }

    private void count(AccessRecord accessRecord) {
        tenantRequests.count(accessRecord.rootId());
        CacheUse use = accessRecord.cacheUse();
        if (use != CacheUse.UNDEFINED) {
            cacheUses[use.ordinal()].inc();
        }
        FailureKind failure = accessRecord.failure();
        String standIn = accessRecord.standIn();
        if (failure != null && standIn != null) {
            standIns.labelValues(tenants.label(accessRecord.rootId()), standIn, failure.code())
                    .inc();
        }
    }

    private static String errorType(int status, @Nullable AccessRecord accessRecord) {
        FailureKind failure = accessRecord == null ? null : accessRecord.failure();
        return failure == null ? KnownStatuses.label(status) : failure.code();
    }

    /** Returns how many requests have ended since the start, those for {@code /health} and {@code /metrics} left out. */
    public RequestTotals totals() {
        return durations.totals();
    }
}
