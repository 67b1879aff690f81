package dev.understudy.metrics.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.understudy.failure.FailureKind;
import dev.understudy.metrics.page.MetricsPage;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Body;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is counted of requests. */
class RequestMetricsTest {

    private static final String DURATION = "http_server_request_duration_seconds_count{";
    private static final long MILLI = 1_000_000;

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RequestMetrics metrics = new RequestMetrics(registry);

    private List<String> series(String beginning) {
        Body.Bytes page = (Body.Bytes) new MetricsPage(registry).reply(null).body();
        return new String(page.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    private static AccessRecord accessRecord(CacheUse use, @Nullable String standIn, @Nullable FailureKind failure) {
        AccessRecord accessRecord = new AccessRecord();
        accessRecord.cacheUse(use);
        if (standIn != null && failure != null) {
            accessRecord.standIn(standIn);
            accessRecord.failure(failure);
        }
        return accessRecord;
    }

    @Test
    void aHit() {
        metrics.count("GET", "/is/image", 200, 3 * MILLI, accessRecord(CacheUse.REUSED, null, null));
        metrics.count("GET", "/is/image", 200, 30 * MILLI, accessRecord(CacheUse.REUSED, null, null));
        String labels =
                "error_type=\"\",http_request_method=\"GET\",http_response_status_code=\"200\",http_route=\"/is/image\"";
        assertEquals(List.of(DURATION + labels + "} 2"), series(DURATION));
        assertEquals(
                List.of("http_server_request_duration_seconds_bucket{" + labels + ",le=\"0.005\"} 1"),
                series("http_server_request_duration_seconds_bucket{" + labels + ",le=\"0.005\""));
        assertEquals(
                List.of("understudy_cache_requests_total{use=\"reused\"} 2.0"),
                series("understudy_cache_requests_total{use=\"reused\"}"));
    }

    @Test
    void anErrorHasTheCodeOfItsFailure() {
        metrics.count(
                "GET", "/is/image", 403, MILLI, accessRecord(CacheUse.UNDEFINED, "text", FailureKind.SOURCE_MISSING));
        metrics.count("GET", "", 404, MILLI, null);
        assertEquals(
                List.of(
                        DURATION + "error_type=\"404\",http_request_method=\"GET\",http_response_status_code=\"404\","
                                + "http_route=\"\"} 1",
                        DURATION + "error_type=\"source.missing\",http_request_method=\"GET\","
                                + "http_response_status_code=\"403\",http_route=\"/is/image\"} 1"),
                series(DURATION).stream().sorted().toList());
        assertEquals(
                List.of("understudy_stand_ins_total{code=\"source.missing\",kind=\"text\",tenant=\"default\"} 1.0"),
                series("understudy_stand_ins_total"));
    }

    @Test
    void whatAClientTakesBackIsNeitherAnErrorNorGood() {
        metrics.countCanceled();
        metrics.countCanceled();
        assertEquals(List.of("understudy_canceled_requests_total 2.0"), series("understudy_canceled_requests_total"));
        assertEquals(List.of(), series(DURATION));
        assertEquals(RequestTotals.NONE, metrics.totals());
    }

    @Test
    void strangersMakeUpNoSeries() {
        for (int i = 0; i < 5000; i++) {
            metrics.count("M" + i, "/is/image", i, MILLI, null);
            metrics.count("GET", "/is/image", i, MILLI, null);
        }
        assertTrue(series(DURATION).size() < 150, () -> series(DURATION).size() + " series");
    }

    @Test
    void theTenantsBeyondTheFirstHundredAreOne() {
        for (int i = 0; i < 250; i++) {
            AccessRecord accessRecord = accessRecord(CacheUse.UNDEFINED, "default-image", FailureKind.OBJECT_UNKNOWN);
            accessRecord.rootId("tenant" + i);
            metrics.count("GET", "/is/image", 200, MILLI, accessRecord);
        }
        assertEquals(101, series("understudy_stand_ins_total").size());
        assertEquals(
                List.of(
                        "understudy_stand_ins_total{code=\"object.unknown\",kind=\"default-image\",tenant=\"other\"} 150.0"),
                series("understudy_stand_ins_total{code=\"object.unknown\",kind=\"default-image\",tenant=\"other\"}"));
    }

    @Test
    void requestsAreCountedByTenant() {
        for (String rootId : List.of("shop", "", "shop")) {
            AccessRecord accessRecord = accessRecord(CacheUse.REUSED, null, null);
            accessRecord.rootId(rootId);
            metrics.count("GET", "/is/image", 200, MILLI, accessRecord);
        }
        metrics.count("GET", "/health", 200, MILLI, null);
        assertEquals(
                List.of(
                        "understudy_tenant_requests_total{tenant=\"default\"} 1.0",
                        "understudy_tenant_requests_total{tenant=\"other\"} 0.0",
                        "understudy_tenant_requests_total{tenant=\"shop\"} 2.0"),
                series("understudy_tenant_requests_total").stream().sorted().toList());
        for (int i = 0; i < 250; i++) {
            AccessRecord accessRecord = accessRecord(CacheUse.REUSED, null, null);
            accessRecord.rootId("tenant" + i);
            metrics.count("GET", "/is/image", 200, MILLI, accessRecord);
            metrics.count("GET", "/is/image", 200, MILLI, accessRecord);
        }
        assertEquals(101, series("understudy_tenant_requests_total").size());
        assertEquals(
                List.of("understudy_tenant_requests_total{tenant=\"other\"} 304.0"),
                series("understudy_tenant_requests_total{tenant=\"other\"}"));
    }

    @Test
    void totalsAreOfClientsAlone() {
        metrics.count("GET", "/is/image", 200, 100 * MILLI, null);
        metrics.count("GET", "/is/image", 404, 900 * MILLI, null);
        metrics.count("GET", "/health", 200, 5000 * MILLI, null);
        metrics.count("GET", "/metrics", 403, 5000 * MILLI, null);
        RequestTotals before = metrics.totals();
        assertEquals(new RequestTotals(2, 1, 0.1), before);
        metrics.count("GET", "/is/content", 304, 500 * MILLI, null);
        assertEquals(new RequestTotals(1, 0, 0.5), metrics.totals().since(before));
    }

    /** Objects would be collected, and a pause for that is time of all requests. */
    @Test
    void aHitMakesNoObjects() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        AccessRecord accessRecord = accessRecord(CacheUse.REUSED, null, null);
        for (int i = 0; i < 20_000; i++) {
            metrics.count("GET", "/is/image", 200, i, accessRecord);
        }
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 20_000; i++) {
            metrics.count("GET", "/is/image", 200, i, accessRecord);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertTrue(allocated < 20_000, allocated + " bytes for 20,000 hits");
    }
}
