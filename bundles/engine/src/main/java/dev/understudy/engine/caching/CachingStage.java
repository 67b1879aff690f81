package dev.understudy.engine.caching;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.serve.ReplyCache.CachedReply;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the image in the cache before it is made.
 *
 * <p>Source: the reference's page on cache.
 */
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
    public @Nullable Reply find(PlannedRequest request) {
        return cache.find(keys.of(request.image()), isGood(request));
    }

    /** The kept image of an answer that is to be repeated; null when there is none that is good. */
    public @Nullable Reply find(RepeatableAnswer answer) {
        return cache.find(answer.key(), cached -> validation.isGood(cached, answer.catalog(), answer.look()));
    }

    /** The same if no file need be looked at for it; else null. */
    public @Nullable Reply findAtOnce(RepeatableAnswer answer) {
        return cache.findAtOnce(answer.key(), cached -> validation.isFresh(cached, answer.catalog(), answer.look()));
    }

    @Override
    public Reply make(PlannedRequest request, AdmissionPermit permit) throws ServeException {
        Reply reply = fetch(request, permit);
        // What another request was just making may have begun before the change that this one is to show.
        boolean shared = request.cache().server() == ServerCache.UPDATE && reply.cacheUse() == CacheUse.REUSED;
        return shared ? fetch(request, permit) : reply;
    }

    private Reply fetch(PlannedRequest request, AdmissionPermit permit) throws ServeException {
        return cache.fetch(keys.of(request.image()), isGood(request), () -> made(request, permit));
    }

    /** The image, with who may keep it: other servers are not given what is not for all clients. */
    private Reply made(PlannedRequest request, AdmissionPermit permit) throws ServeException {
        Freshness freshness = request.freshness();
        return maker.make(request, permit)
                .withFreshness(request.isForSomeClients() ? freshness.forClientAlone() : freshness);
    }

    private Predicate<CachedReply> isGood(PlannedRequest request) {
        Catalog catalog = request.summary().catalog();
        return switch (request.cache().server()) {
            case OFF, UPDATE -> cached -> false;
            case VALIDATE -> validation::isUnchanged;
            case ON -> cached -> validation.isGood(cached, catalog);
        };
    }
}
