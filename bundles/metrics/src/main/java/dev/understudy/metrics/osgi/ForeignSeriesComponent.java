package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.ForeignSeries;
import dev.understudy.observe.ForeignImages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link ForeignSeries} for as long as there is a {@link ForeignImages}. */
@Component(
        service = {},
        immediate = true)
public final class ForeignSeriesComponent {

    private final Runnable remove;

    @Activate
    public ForeignSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) ForeignImages images) {
        remove = registry.add(new ForeignSeries(images));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
