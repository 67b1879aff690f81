package dev.understudy.engine.service;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import java.time.Instant;

/** Images from the cache or the renderer, everything else from what is known about them. */
final class PlannedRequestHandler implements Planned {

    private final Presence presence;
    private final WorkScheduler gate;
    private final CachingStage cached;
    private final ImageProducer uncached;
    private final MetadataResponder told;

    /**
     * @param presence says at once what is not there
     * @param gate lets in those that need work done
     * @param cached where images come from
     * @param uncached where they come from when the request does not want them kept
     * @param told answers of other types
     */
    PlannedRequestHandler(
            Presence presence,
            WorkScheduler gate,
            CachingStage cached,
            ImageProducer uncached,
            MetadataResponder told) {
        this.presence = presence;
        this.gate = gate;
        this.cached = cached;
        this.uncached = uncached;
        this.told = told;
    }

    @Override
    public Reply reply(PlannedRequest request, Instant deadline) throws ServeException {
        Reply reply = request.summary().type().isImage() ? image(request, deadline) : told.reply(request, deadline);
        return reply.withFreshness(request.freshness()).withLastModified(LastModified.of(request, reply));
    }

    private Reply image(PlannedRequest request, Instant deadline) throws ServeException {
        ImagePlan plan = request.plan();
        if (plan == null) {
            throw new IllegalStateException("a request for an image without a plan");
        }
        Catalog catalog = request.summary().catalog();
        boolean mayBeKept = request.cache().server();
        Reply kept = mayBeKept ? cached.find(plan, catalog) : null;
        if (kept != null) {
            return kept;
        }
        presence.require(request);
        try (AdmissionPermit pass = gate.admit(catalog.rootId(), deadline)) {
            return (mayBeKept ? cached : uncached).make(plan, catalog, pass);
        }
    }
}
