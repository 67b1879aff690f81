package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.LoadSeries;
import dev.understudy.observe.RequestLoad;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link LoadSeries} for as long as there is a {@link RequestLoad}. */
@Component(
        service = {},
        immediate = true)
public final class LoadSeriesComponent {

    private final Runnable remove;

    @Activate
    public LoadSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) RequestLoad load) {
        remove = registry.add(new LoadSeries(load));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
