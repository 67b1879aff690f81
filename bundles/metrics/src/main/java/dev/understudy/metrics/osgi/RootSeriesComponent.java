package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.RootSeries;
import dev.understudy.observe.SourceRoots;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link RootSeries} for as long as there is a {@link SourceRoots}. */
@Component(
        service = {},
        immediate = true)
public final class RootSeriesComponent {

    private final Runnable remove;

    @Activate
    public RootSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SourceRoots roots) {
        remove = registry.add(new RootSeries(roots));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
