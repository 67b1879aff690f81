package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.CacheSeries;
import dev.understudy.observe.CachedReplies;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link CacheSeries} for as long as there is a {@link CachedReplies}. */
@Component(
        service = {},
        immediate = true)
public final class CacheSeriesComponent {

    private final Runnable remove;

    @Activate
    public CacheSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CachedReplies cache) {
        remove = registry.add(new CacheSeries(cache));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
