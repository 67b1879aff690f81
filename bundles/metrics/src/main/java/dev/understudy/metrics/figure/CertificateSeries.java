package dev.understudy.metrics.figure;

import dev.understudy.observe.ServerCertificates;
import dev.understudy.observe.ServerCertificates.ServerCertificate;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The series of the certificates for HTTPS, each by the first host that it is for. Of those for the same host, the one that ends first counts.
 *
 * @param certificates knows the values
 */
public record CertificateSeries(ServerCertificates certificates) implements MultiCollector {

    /** The certificates that have a label of their own. */
    private static final int MAX = 100;

    private static final String OTHER = "other";

    @Override
    public MetricSnapshots collect() {
        return new SnapshotWriter()
                .gauges(
                        "understudy_certificate_not_after_seconds",
                        "When certificates for HTTPS end to be valid, in seconds since 1970.",
                        ends())
                .all();
    }

    private Map<Labels, Double> ends() {
        Map<Labels, Double> ends = new LinkedHashMap<>();
        for (ServerCertificate certificate : certificates.certificates()) {
            String host = certificate.names().stream().findFirst().orElse("");
            Labels own = Labels.of("host", host);
            Labels label = ends.size() < MAX || ends.containsKey(own) ? own : Labels.of("host", OTHER);
            ends.merge(label, (double) certificate.until().getEpochSecond(), Math::min);
        }
        return ends;
    }
}
