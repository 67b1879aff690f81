package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.WarmingSeries;
import dev.understudy.observe.SourceWarming;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link WarmingSeries} for as long as there is a {@link SourceWarming}. */
@Component(
        service = {},
        immediate = true)
public final class WarmingSeriesComponent {

    private final Runnable remove;

    @Activate
    public WarmingSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceWarming warming) {
        remove = registry.add(new WarmingSeries(warming));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
