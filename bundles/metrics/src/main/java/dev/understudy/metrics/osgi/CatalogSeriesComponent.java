package dev.understudy.metrics.osgi;

import dev.understudy.catalog.CatalogService;
import dev.understudy.metrics.figure.CatalogSeries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link CatalogSeries} for as long as there is a {@link CatalogService}. */
@Component(
        service = {},
        immediate = true)
public final class CatalogSeriesComponent {

    private final Runnable remove;

    @Activate
    public CatalogSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CatalogService catalogs) {
        remove = registry.add(new CatalogSeries(catalogs));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
