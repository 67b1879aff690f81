package dev.understudy.cache.cluster.osgi;

import dev.understudy.cache.cluster.service.ClusterService;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.SourceWarming;
import dev.understudy.serve.SharedReplies;
import dev.understudy.source.SourceAccess;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers the replies of all servers. New settings are a new start; the rest of the server comes and goes meanwhile. */
@Component(
        service = {SharedReplies.class, CacheCluster.class},
        immediate = true)
public final class ClusterComponent implements SharedReplies, CacheCluster {

    private final ClusterService cluster;

    @Activate
    public ClusterComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) ClusterSettings settings) {
        cluster = new ClusterService(settings);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindSources(SourceAccess sources) {
        cluster.use(sources);
    }

    void unbindSources(SourceAccess sources) {
        cluster.unset(sources);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCache(CachedReplies cache) {
        cluster.use(cache);
    }

    void unbindCache(CachedReplies cache) {
        cluster.unset(cache);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindWarming(SourceWarming warming) {
        cluster.use(warming);
    }

    void unbindWarming(SourceWarming warming) {
        cluster.unset(warming);
    }

    @Override
    public SharedLookup lookUp(String key) {
        return cluster.replies().lookUp(key);
    }

    @Override
    public boolean updatesLocalCache() {
        return cluster.replies().updatesLocalCache();
    }

    @Override
    public ClusterFigures figures() {
        return cluster.status().figures();
    }

    @Override
    public int forget(ReplySelection which) {
        return cluster.status().forget(which);
    }

    @Deactivate
    public void close() {
        cluster.close();
    }
}
