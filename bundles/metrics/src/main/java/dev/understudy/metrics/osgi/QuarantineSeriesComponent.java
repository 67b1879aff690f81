package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.QuarantineSeries;
import dev.understudy.observe.Quarantine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link QuarantineSeries} for as long as there is a {@link Quarantine}. */
@Component(
        service = {},
        immediate = true)
public final class QuarantineSeriesComponent {

    private final Runnable remove;

    @Activate
    public QuarantineSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Quarantine quarantine) {
        remove = registry.add(new QuarantineSeries(quarantine));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
