package dev.understudy.metrics.osgi;

import dev.understudy.metrics.figure.ClusterSeries;
import dev.understudy.observe.CacheCluster;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Shows {@link ClusterSeries} for as long as there is a {@link CacheCluster}, which only some servers have. */
@Component(
        service = {},
        immediate = true)
public final class ClusterSeriesComponent {

    private static final Shown NOTHING = new Shown(null, () -> {});

    private final SeriesRegistry registry;
    private Shown shown = NOTHING;

    private record Shown(@Nullable CacheCluster cluster, Runnable remove) {}

    @Activate
    public ClusterSeriesComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) SeriesRegistry registry) {
        this.registry = registry;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void bindCluster(CacheCluster cluster) {
        close();
        shown = new Shown(cluster, registry.add(new ClusterSeries(cluster)));
    }

    synchronized void unbindCluster(CacheCluster cluster) {
        if (shown.cluster() == cluster) {
            close();
        }
    }

    @Deactivate
    synchronized void close() {
        shown.remove().run();
        shown = NOTHING;
    }
}
