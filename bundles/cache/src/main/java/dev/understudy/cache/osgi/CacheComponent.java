package dev.understudy.cache.osgi;

import dev.understudy.cache.disk.CacheSettings;
import dev.understudy.cache.disk.DiskReplyCache;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CachedReplies;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.serve.SharedReplies;
import dev.understudy.settings.SettingProblem;
import dev.understudy.settings.SettingsStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a {@link DiskReplyCache}. New settings are a new cache. */
@Component(
        service = {ReplyCache.class, CachedReplies.class},
        immediate = true)
public final class CacheComponent implements ReplyCache, CachedReplies {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private final DiskReplyCache cache;
    private final ServiceRegistration<SettingsStatus> status;

    @Activate
    public CacheComponent(
            BundleContext context, @Reference(policyOption = ReferencePolicyOption.GREEDY) CacheSettings settings) {
        cache = DiskReplyCache.open(settings);
        FoldersInUse inUse = new FoldersInUse(cache::foldersInUse);
        List<SettingProblem> problems = inUse.problems();
        problems.forEach(problem -> STARTUP.error("{}", problem.message()));
        if (problems.isEmpty()) {
            STARTUP.info("response cache: {}", settings);
        }
        status = context.registerService(SettingsStatus.class, inUse, null);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindShared(SharedReplies shared) {
        cache.use(shared);
    }

    void unbindShared(SharedReplies shared) {
        cache.unset(shared);
    }

    @Override
    public CacheFigures figures() {
        return cache.figures();
    }

    @Override
    public int purge(BiPredicate<ReplyOrigin, Instant> which) {
        return cache.purge(which);
    }

    @Override
    public @Nullable Reply find(String key, Predicate<CachedReply> isGood) {
        return cache.find(key, isGood);
    }

    @Override
    public @Nullable CachedReply findLastGood(String key) {
        return cache.findLastGood(key);
    }

    @Override
    public @Nullable Reply findAtOnce(String key, Predicate<CachedReply> isGood) {
        return cache.findAtOnce(key, isGood);
    }

    @Override
    public Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException {
        return cache.fetch(key, isGood, loader);
    }

    @Deactivate
    public void close() {
        status.unregister();
        cache.close();
    }
}
