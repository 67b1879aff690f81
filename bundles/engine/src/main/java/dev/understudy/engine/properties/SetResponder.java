package dev.understudy.engine.properties;

import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.mediaset.MediaSet;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestDetails;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.settings.SetLimits;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.protocol.properties.DataWriter;
import dev.understudy.serve.Reply;
import java.time.Instant;

/** Answers requests for sets. */
public final class SetResponder implements Responder {

    private final Renderer renderer;
    private final WorkScheduler scheduler;
    private final SetLimits limits;

    /**
     * A responder.
     *
     * @param renderer looks at the images of sets
     * @param scheduler says when
     */
    public SetResponder(Renderer renderer, WorkScheduler scheduler, SetLimits limits) {
        this.renderer = renderer;
        this.scheduler = scheduler;
        this.limits = limits;
    }

    @Override
    public Reply reply(PlannedRequest request, Instant deadline) throws ServeException {
        RequestSummary summary = request.summary();
        if (request.details() instanceof RequestDetails.OfVideos videos) {
            return VideoLists.of(videos, summary.catalog(), summary.form());
        }
        if (!(request.details() instanceof RequestDetails.OfSet asked)) {
            throw new IllegalArgumentException("no set is asked for");
        }
        MediaSet set = asked.set();
        if (set.depth() > limits.nesting()) {
            throw new ServeException(new Failure.TooLarge(
                    "The depth of sets within sets (" + set.depth() + ")", "the limit of " + limits.nesting()));
        }
        String tenant = summary.catalog().rootId();
        SetFacts facts =
                scheduler.run(tenant, deadline, memory -> SetFacts.of(set, asked.templates(), renderer, memory));
        SetWriter writer = new SetWriter(facts, asked.labelKey(), limits.brochures());
        return DataWriter.write(writer.set(set), summary.form());
    }
}
