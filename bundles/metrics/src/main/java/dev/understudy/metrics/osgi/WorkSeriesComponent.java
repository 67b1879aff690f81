package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.WorkSeries;
import dev.understudy.observe.EngineLoad;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link WorkSeries} for as long as there is a {@link EngineLoad}. */
@Component(
        service = {},
        immediate = true)
public final class WorkSeriesComponent {

    private final Runnable remove;

    @Activate
    public WorkSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) EngineLoad load) {
        remove = registry.add(new WorkSeries(load));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
