package dev.understudy.cache.osgi;

import dev.understudy.cache.disk.CacheSettings;
import dev.understudy.cache.disk.DiskReplyCache;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.LoggerFactory;

/** Offers a {@link DiskReplyCache}. New settings are a new cache. */
@Component
public final class CacheComponent implements ReplyCache {

    private final DiskReplyCache cache;

    @Activate
    public CacheComponent(@Reference(policyOption = ReferencePolicyOption.GREEDY) CacheSettings settings) {
        cache = DiskReplyCache.open(settings);
        LoggerFactory.getLogger("dev.understudy.startup").info("response cache: {}", settings);
    }

    @Override
    public @Nullable Reply find(String key, Predicate<CachedReply> isGood) {
        return cache.find(key, isGood);
    }

    @Override
    public Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException {
        return cache.fetch(key, isGood, loader);
    }

    @Deactivate
    public void close() {
        cache.close();
    }
}
