package dev.understudy.engine.service;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.plan.PlanKey;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import java.time.Instant;

/** Looks for the picture in the cache before it is made. */
final class Caching implements PictureMaker {

    private final ReplyCache cache;
    private final CachedValidation validation;
    private final PictureMaker maker;
    private final String edition;

    /**
     * @param edition the edition of the engine: what another one drew is not served
     */
    Caching(ReplyCache cache, CachedValidation validation, PictureMaker maker, String edition) {
        this.edition = edition;
        this.cache = cache;
        this.validation = validation;
        this.maker = maker;
    }

    @Override
    public Reply make(ImagePlan plan, Catalog catalog, Instant deadline) throws ServeException {
        return cache.fetch(
                PlanKey.of(plan, edition),
                kept -> validation.isGood(kept, catalog),
                () -> maker.make(plan, catalog, deadline));
    }
}
