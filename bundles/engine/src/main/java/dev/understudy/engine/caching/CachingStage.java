package dev.understudy.engine.caching;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import org.jspecify.annotations.Nullable;

/** Looks for the image in the cache before it is made. */
public final class CachingStage implements ImageProducer {

    private final ReplyCache cache;
    private final CacheValidator validation;
    private final ImageProducer maker;
    private final PlanKeyCache keys;

    public CachingStage(ReplyCache cache, CacheValidator validation, ImageProducer maker, PlanKeyCache keys) {
        this.keys = keys;
        this.cache = cache;
        this.validation = validation;
        this.maker = maker;
    }

    /** The kept image; null when there is none that is good. Does no work and waits for none. */
    public @Nullable Reply find(ImagePlan plan, Catalog catalog) {
        return cache.find(keys.of(plan), cached -> validation.isGood(cached, catalog));
    }

    @Override
    public Reply make(ImagePlan plan, Catalog catalog, AdmissionPermit permit) throws ServeException {
        return cache.fetch(
                keys.of(plan), cached -> validation.isGood(cached, catalog), () -> maker.make(plan, catalog, permit));
    }
}
