package dev.understudy.metrics.request;

import dev.understudy.observe.ServingListener.WorkStep;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Locale;

/** Counts the work of making images. */
public final class WorkMetrics {

    private static final double NANOS = 1e9;
    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final Histogram waits;
    private final Histogram renders;
    private final Histogram decodings;
    private final Counter pixels;

    /** Creates counts of no work, which are shown in a registry. */
    public WorkMetrics(PrometheusRegistry registry) {
        waits = histogram("understudy_queue_wait_seconds", "Time that tasks waited for their turn.")
                .register(registry);
        renders = histogram(
                        "understudy_render_seconds",
                        "Time of making images, by step (open, draw, encode) and format of the reply.")
                .labelNames("stage", "format")
                .register(registry);
        decodings = histogram("understudy_decode_seconds", "Time of decoding sources, by their format.")
                .labelNames("format")
                .register(registry);
        pixels = Counter.builder()
                .name("understudy_pixels_total")
                .help("Pixels that were decoded, and that were encoded, by format.")
                .labelNames("direction", "format")
                .withoutExemplars()
                .register(registry);
    }

    private static Histogram.Builder histogram(String name, String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(BOUNDS)
                .withoutExemplars();
    }

    /** Counts a step; the parameters are those of {@link dev.understudy.observe.ServingListener#onWork}. */
    public void count(WorkStep step, String format, long nanos, long count) {
        double seconds = nanos / NANOS;
        switch (step) {
            case WAIT -> waits.observe(seconds);
            case DECODE -> {
                decodings.labelValues(format).observe(seconds);
                pixels.labelValues("decoded", format).inc(count);
            }
            case ENCODE -> {
                renders.labelValues(stage(step), format).observe(seconds);
                pixels.labelValues("encoded", format).inc(count);
            }
            case OPEN, DRAW -> renders.labelValues(stage(step), format).observe(seconds);
        }
    }

    private static String stage(WorkStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
