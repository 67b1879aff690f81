package dev.understudy.engine.service;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.engine.caching.LastGoodImages;
import dev.understudy.engine.caching.PlanKeyCache;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.planning.StandInPlanner;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.RequestContext;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StandIns.Decision;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import dev.understudy.serve.Call;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The images that one request is answered with: its own, and those that stand in for it. */
final class StandInImages {

    /** How much of a request an error image repeats. */
    private static final int SHOWN = 200;

    private final RequestContext request;
    private final RequestSummary summary;
    private final Responder responder;
    private final Responder errorImages;
    private final LastGoodImages lastGood;
    private final PlanKeyCache keys;
    private final Function<Failure, Map<String, String>> variables;
    private final Call call;
    private final Catalog catalog;

    /**
     * The images of a request.
     *
     * @param responder answers what can be planned
     * @param errorImages answers with error images, which are kept apart
     * @param lastGood has images as they were when their sources were good
     * @param variables what texts of error images may refer to
     */
    StandInImages(
            RequestContext request,
            RequestSummary summary,
            Responder responder,
            Responder errorImages,
            LastGoodImages lastGood,
            PlanKeyCache keys,
            Function<Failure, Map<String, String>> variables) {
        this.request = request;
        this.summary = summary;
        this.responder = responder;
        this.errorImages = errorImages;
        this.lastGood = lastGood;
        this.keys = keys;
        this.variables = variables;
        this.call = request.call();
        this.catalog = summary.catalog();
    }

    /** The image of a request that has been planned. */
    Reply reply(PlannedRequest planned, Instant deadline) throws ServeException {
        Reply reply = responder.reply(planned, deadline);
        ImagePlan plan = planned.plan();
        if (plan != null
                && planned.summary().type().isImage()
                && planned.cache().server() != ServerCache.OFF) {
            call.accessRecord().cacheKey(keys.of(plan));
        }
        return reply;
    }

    /** The image as it was when its sources were good; null when there is none that may stand in. */
    @Nullable
    Reply lastGood(LadderState state) {
        PlannedRequest planned = state.planned();
        Reply kept = planned == null ? null : lastGood.find(planned, state.failure());
        if (planned == null || kept == null) {
            return null;
        }
        Reply marked = kept.withStandIn(standIn(StandIn.Kind.STALE, state));
        return isForwardedForOthers(state) ? marked.withFreshness(Freshness.NO_STORE) : marked;
    }

    /**
     * The image that stands in.
     *
     * @param image the default image; null for none
     */
    Reply standIn(Decision decision, LadderState state, @Nullable DefaultImage image) throws ServeException {
        return switch (decision) {
            case SUBSTITUTE_LAYER -> substituted(state).withStandIn(standIn(StandIn.Kind.DEFAULT_IMAGE, state));
            case RENDER_DEFAULT_IMAGE ->
                defaultImage(state, image).withStandIn(standIn(StandIn.Kind.DEFAULT_IMAGE, state));
            case RENDER_ERROR_IMAGE -> errorImage(state).withStandIn(standIn(StandIn.Kind.ERROR_IMAGE, state));
            case FORWARD, SERVE_LAST_GOOD, TEXT -> throw new IllegalArgumentException(decision + " is no image");
        };
    }

    private static StandIn standIn(StandIn.Kind kind, LadderState state) {
        return new StandIn(kind, state.cause().kind());
    }

    /** The request with default images in place of an image that is not there. */
    PlannedRequest mended(LadderState state, SourceKey missing) throws ServeException {
        PlannedRequest planned = state.planned();
        if (planned == null) {
            throw new IllegalStateException("no plan to mend");
        }
        return StandInPlanner.substitute(planned, missing, request.read().raw())
                .orElseThrow(() -> new IllegalStateException("no default image for " + missing));
    }

    private Reply substituted(LadderState state) throws ServeException {
        PlannedRequest mended = state.planned();
        if (mended == null) {
            throw new IllegalStateException("no mended plan");
        }
        Freshness lifetime = mended.freshness();
        Freshness standIn = lifetimeOfDefaultImage(mended, state);
        return lasting(reply(mended, state.deadline()), Freshness.shorter(lifetime, standIn), mended);
    }

    /** How long a default image may be kept: not at all where others would be sent to the secondary server. */
    private Freshness lifetimeOfDefaultImage(PlannedRequest planned, LadderState state) {
        return isForwardedForOthers(state) ? Freshness.NO_STORE : planned.freshnessAsDefaultImage();
    }

    /** Whether the request would be sent to the secondary server, were it not for a mark that it bears and others do not. */
    private boolean isForwardedForOthers(LadderState state) {
        return call.forwardable().barredWithin(catalog)
                && state.cause().kind().allows(FailureKind.AllowedStandIn.SECONDARY);
    }

    private Reply defaultImage(LadderState state, @Nullable DefaultImage image) throws ServeException {
        if (image == null) {
            throw new IllegalStateException("no default image");
        }
        PlannedRequest planned =
                StandInPlanner.defaultImage(summary, image, request.read().raw());
        return lasting(reply(planned, state.deadline()), lifetimeOfDefaultImage(planned, state), planned);
    }

    private Reply errorImage(LadderState state) throws ServeException {
        Failure cause = state.cause();
        Map<String, String> shown = new HashMap<>(variables.apply(cause));
        shown.put("error.request", cut(target()));
        PlannedRequest planned =
                StandInPlanner.errorImage(summary, request.read().raw(), shown);
        int status = catalog.get(Attributes.ERROR_IMAGE_STATUS);
        Freshness own = summary.cache().client()
                ? Freshness.ofError(cause.kind(), catalog, call.forwardable())
                : Freshness.NO_STORE;
        return lasting(errorImages.reply(planned, state.deadline()), own, planned)
                .withLastModified(null)
                .withStatus(
                        status == Syntaxes.REAL_STATUS
                                ? cause.kind().status(catalog.get(Attributes.ERROR_STATUS))
                                : status);
    }

    /** A stand-in with a lifetime of its own, and no longer than its foreign images allow, as the reply has it. */
    private static Reply lasting(Reply reply, Freshness own, PlannedRequest planned) {
        boolean bounded = !planned.foreignSources().isEmpty();
        return reply.withFreshness(bounded ? Freshness.shorter(own, reply.freshness()) : own);
    }

    /** The request as it was sent. */
    String target() {
        return call.query() == null ? call.path() : call.path() + "?" + call.query();
    }

    private static String cut(String target) {
        return target.length() > SHOWN ? target.substring(0, SHOWN) + "…" : target;
    }
}
