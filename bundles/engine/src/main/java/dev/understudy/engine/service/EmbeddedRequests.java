package dev.understudy.engine.service;

import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.planning.EmbeddedImagePlanner;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.render.Renderer;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceLease;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for the requests that vector images take images from, and has them planned: what a file has is known once it is at hand. */
final class EmbeddedRequests {

    private final SourceExistence files;
    private final SourceFetch remote;
    private final WorkScheduler scheduler;
    private final Renderer renderer;

    /**
     * A search for requests.
     *
     * @param files says at once what is not there
     * @param remote has sources be at hand that are not on this machine
     * @param scheduler lets in those that need work done
     * @param renderer looks into files
     */
    EmbeddedRequests(SourceExistence files, SourceFetch remote, WorkScheduler scheduler, Renderer renderer) {
        this.files = files;
        this.remote = remote;
        this.scheduler = scheduler;
        this.renderer = renderer;
    }

    /**
     * The request with those of its vector images; the same for most.
     *
     * @throws ServeException when a file cannot be read, or one of its requests cannot be read or planned
     */
    PlannedRequest resolved(PlannedRequest request, Instant deadline) throws ServeException {
        if (!(request.details() instanceof RequestDetails.OfVectors vectors)) {
            return request;
        }
        files.requireFirst(request);
        Map<ImageFile, List<String>> references = new LinkedHashMap<>();
        try (AdmissionPermit permit =
                        scheduler.admit(request.summary().catalog().rootId(), deadline);
                SourceLease lease = remote.admitted(request, deadline)) {
            for (ImageFile file : request.vectorFiles()) {
                references.put(file, permit.run(memory -> renderer.requests(file)));
            }
        }
        return EmbeddedImagePlanner.with(request, references, vectors.raw());
    }
}
