package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.CertificateSeries;
import dev.understudy.observe.ServerCertificates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link CertificateSeries} for as long as there is a {@link ServerCertificates}. */
@Component(
        service = {},
        immediate = true)
public final class CertificateSeriesComponent {

    private final Runnable remove;

    @Activate
    public CertificateSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ServerCertificates certificates) {
        remove = registry.add(new CertificateSeries(certificates));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
