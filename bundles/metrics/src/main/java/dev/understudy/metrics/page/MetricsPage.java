package dev.understudy.metrics.page;

import dev.understudy.serve.Reply;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Writes all series of a registry: as OpenMetrics for whoever accepts that, else in Prometheus's own text format. */
public final class MetricsPage {

    private final PrometheusRegistry registry;
    private final ExpositionFormats formats = ExpositionFormats.init();

    public MetricsPage(PrometheusRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns the page as it is now.
     *
     * @param accept the header of that name; null for none
     */
    public Reply reply(@Nullable String accept) {
        ExpositionFormatWriter writer = accept != null && accept.contains("application/openmetrics-text")
                ? formats.getOpenMetricsTextFormatWriter()
                : formats.getPrometheusTextFormatWriter();
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            writer.write(page, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory takes all bytes", e);
        }
        return Reply.of(writer.getContentType(), page.toByteArray());
    }
}
