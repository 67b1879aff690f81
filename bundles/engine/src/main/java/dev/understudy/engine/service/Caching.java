package dev.understudy.engine.service;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.Pass;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import org.jspecify.annotations.Nullable;

/** Looks for the picture in the cache before it is made. */
final class Caching implements PictureMaker {

    private final ReplyCache cache;
    private final CachedValidation validation;
    private final PictureMaker maker;
    private final PlanKeys keys;

    Caching(ReplyCache cache, CachedValidation validation, PictureMaker maker, PlanKeys keys) {
        this.keys = keys;
        this.cache = cache;
        this.validation = validation;
        this.maker = maker;
    }

    /** The kept picture; null when there is none that is good. Neither works nor waits. */
    @Nullable
    Reply find(ImagePlan plan, Catalog catalog) {
        return cache.find(keys.of(plan), kept -> validation.isGood(kept, catalog));
    }

    @Override
    public Reply make(ImagePlan plan, Catalog catalog, Pass pass) throws ServeException {
        return cache.fetch(
                keys.of(plan), kept -> validation.isGood(kept, catalog), () -> maker.make(plan, catalog, pass));
    }
}
