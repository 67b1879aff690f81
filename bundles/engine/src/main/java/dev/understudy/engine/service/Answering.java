package dev.understudy.engine.service;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.Gate;
import dev.understudy.engine.gate.Pass;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import java.time.Instant;

/** Pictures from the cache or the renderer, everything else from what is known about them. */
final class Answering implements Planned {

    private final Presence presence;
    private final Gate gate;
    private final Caching cached;
    private final PictureMaker uncached;
    private final Told told;

    /**
     * @param presence says at once what is not there
     * @param gate lets in those that need work done
     * @param cached where pictures come from
     * @param uncached where they come from when the request does not want them kept
     * @param told answers of other types
     */
    Answering(Presence presence, Gate gate, Caching cached, PictureMaker uncached, Told told) {
        this.presence = presence;
        this.gate = gate;
        this.cached = cached;
        this.uncached = uncached;
        this.told = told;
    }

    @Override
    public Reply reply(PlannedRequest request, Instant deadline) throws ServeException {
        Reply reply = request.outline().type().isPicture() ? picture(request, deadline) : told.reply(request, deadline);
        return reply.withFreshness(request.freshness()).withLastModified(LastModified.of(request, reply));
    }

    private Reply picture(PlannedRequest request, Instant deadline) throws ServeException {
        ImagePlan plan = request.plan();
        if (plan == null) {
            throw new IllegalStateException("a request for a picture without a plan");
        }
        Catalog catalog = request.outline().catalog();
        boolean mayBeKept = request.cache().server();
        Reply kept = mayBeKept ? cached.find(plan, catalog) : null;
        if (kept != null) {
            return kept;
        }
        presence.require(request);
        try (Pass pass = gate.admit(catalog.rootId(), deadline)) {
            return (mayBeKept ? cached : uncached).make(plan, catalog, pass);
        }
    }
}
