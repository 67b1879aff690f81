package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.JvmSeries;
import dev.understudy.metrics.request.RequestMetrics;
import dev.understudy.metrics.request.RequestTotals;
import dev.understudy.metrics.request.WorkMetrics;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.ServingListener;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** Keeps all series, and counts what it hears of requests and work. New settings leave the counts as they are. */
@Component(service = {SeriesRegistry.class, ServingListener.class})
public final class SeriesRegistry implements ServingListener {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RequestMetrics requests = new RequestMetrics(registry);
    private final WorkMetrics work = new WorkMetrics(registry);

    /** Creates a registry of no requests; the series of the Java process are in it. */
    public SeriesRegistry() {
        registry.register(new JvmSeries());
    }

    /** Returns all series. */
    PrometheusRegistry all() {
        return registry;
    }

    /** Adds series that are read when somebody asks for them; returns what removes them. */
    Runnable add(MultiCollector series) {
        registry.register(series);
        return () -> registry.unregister(series);
    }

    /** Returns how many requests have ended. */
    RequestTotals totals() {
        return requests.totals();
    }

    @Override
    public void onRequest(String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {
        requests.count(method, mount, status, nanos, accessRecord);
    }

    @Override
    public void onCanceledRequest() {
        requests.countCanceled();
    }

    @Override
    public void onWork(WorkStep step, String format, long nanos, long pixels) {
        work.count(step, format, nanos, pixels);
    }
}
