package dev.understudy.engine.caching;

import dev.understudy.catalog.Catalog;
import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;

/** Makes the reply to a plan, or finds it. The reply has no lifetime yet: that is the request's, not the plan's. */
public interface ImageProducer {

    /**
     * The finished image.
     *
     * @param catalog the main catalog of the request, whose policy says when a kept reply is good
     * @param permit lets the request have work done
     */
    Reply make(ImagePlan plan, Catalog catalog, AdmissionPermit permit) throws ServeException;
}
