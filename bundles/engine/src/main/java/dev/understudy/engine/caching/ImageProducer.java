package dev.understudy.engine.caching;

import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;

/** Makes the reply to a plan, or finds it. The reply has no lifetime yet: that is the request's, not the plan's. */
public interface ImageProducer {

    /**
     * The finished image.
     *
     * @param request has the plan, and says when a kept reply is good
     * @param permit lets the request have work done
     */
    Reply make(PlannedRequest request, AdmissionPermit permit) throws ServeException;
}
