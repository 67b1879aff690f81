package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.ClusterSeries;
import dev.understudy.observe.CacheCluster;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link ClusterSeries} for as long as there is a {@link CacheCluster}. */
@Component(
        service = {},
        immediate = true)
public final class ClusterSeriesComponent {

    private final Runnable remove;

    @Activate
    public ClusterSeriesComponent(
            @Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) CacheCluster cluster) {
        remove = registry.add(new ClusterSeries(cluster));
    }

    @Deactivate
    void close() {
        remove.run();
    }
}
