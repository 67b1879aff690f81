package dev.understudy.engine.service;

import dev.understudy.engine.caching.ImageProducer;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.render.MemoryUnavailableException;
import dev.understudy.engine.render.Renderer;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Md5;
import dev.understudy.serve.Reply;

/** The innermost stage: renders, when it is the request's turn. */
final class RenderingStage implements ImageProducer {

    private final Renderer renderer;

    RenderingStage(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public Reply make(PlannedRequest request, AdmissionPermit permit) throws ServeException {
        return permit.run(memory -> reply(request.image(), memory)).withObjects(request.objectNames());
    }

    private Reply reply(ImagePlan plan, MemoryBudget memory) throws ServeException, MemoryUnavailableException {
        Renderer.Rendered image = renderer.render(plan, memory);
        return Reply.of(image.mediaType(), image.bytes())
                .withDigest(Md5.of(image.bytes()))
                .withStamps(image.stamps());
    }
}
