package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.SecondarySeries;
import dev.understudy.observe.Secondaries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link SecondarySeries} for as long as there is a {@link Secondaries}. */
@Component(
        service = {},
        immediate = true)
public final class SecondarySeriesComponent {

    private final Runnable remove;

    @Activate
    public SecondarySeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) Secondaries secondaries) {
        remove = registry.add(new SecondarySeries(secondaries));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
