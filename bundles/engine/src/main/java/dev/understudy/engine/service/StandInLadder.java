package dev.understudy.engine.service;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.RedirectFallback;
import dev.understudy.engine.caching.LastGoodImages;
import dev.understudy.engine.caching.PlanKeyCache;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.request.DefaultImage;
import dev.understudy.engine.request.MissingObject;
import dev.understudy.engine.request.RequestContext;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StandIns;
import dev.understudy.failure.StandIns.Decision;
import dev.understudy.failure.StandIns.Rung;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.LogText;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One request's way down the ladder: a loop that asks {@link StandIns#decide} for the next rung and tries it, until one
 * answers.
 */
final class StandInLadder {

    private static final Logger LOG = LoggerFactory.getLogger(StandInLadder.class);

    private final RequestContext request;
    private final RepeatFilter repeats;
    private final RequestSummary summary;
    private final StandInImages images;
    private final ErrorRenderer errors;
    private final SourceExistence files;
    private final Supplier<Instant> restarted;
    private final Call call;
    private final Catalog catalog;
    private final StatusPolicy policy;
    private final int detail;

    /**
     * @param responder answers what can be planned
     * @param errorImages answers with error images, which are kept apart
     * @param lastGood has images as they were when their sources were good
     * @param restarted the deadline of a request that begins to be answered anew
     */
    StandInLadder(
            RequestContext request,
            RequestSummary summary,
            Responder responder,
            Responder errorImages,
            LastGoodImages lastGood,
            ErrorRenderer errors,
            SourceExistence files,
            Supplier<Instant> restarted,
            PlanKeyCache keys,
            RepeatFilter repeats) {
        this.request = request;
        this.repeats = repeats;
        this.summary = summary;
        this.errors = errors;
        this.files = files;
        this.restarted = restarted;
        this.call = request.call();
        this.catalog = summary.catalog();
        this.policy = catalog.get(Attributes.ERROR_STATUS);
        this.detail = request.read().raw().policy().least(Attributes.ERROR_DETAIL, catalog);
        this.images = new StandInImages(
                request,
                summary,
                responder,
                errorImages,
                lastGood,
                keys,
                cause -> errors.variables(cause, policy, detail));
    }

    /** The answer to a request, or what stands in for it. */
    Answer answer(PlannedRequest planned) {
        try {
            return images.reply(planned, request.deadline());
        } catch (Throwable e) {
            Failure failure = MissingObject.inWordsOf(request.read().request(), planned.objects(), Failure.of(e));
            return descend(failure, planned);
        }
    }

    /**
     * The order to forward a request whose image was missing a moment ago, without a look at files; null when something else is done about
     * it, or what is done depends on files.
     */
    @Nullable
    Forward forward(PlannedRequest planned, Failure missing) {
        LadderState top = LadderState.top(missing, planned, request.deadline());
        if (dependsOnFiles() || decide(top, Optional.empty(), false) != Decision.FORWARD) {
            return null;
        }
        told(missing);
        return new Forward(top.cause(), RedirectTarget.of(catalog), why -> unansweredAtOnce(top, planned, why));
    }

    /** What stands in for a request that has been planned and fails. */
    Answer descend(Failure failure, PlannedRequest planned) {
        return descend(LadderState.top(told(failure), planned, request.deadline()));
    }

    /** What stands in for a request that cannot be planned. */
    Answer descend(Failure failure) {
        return descend(LadderState.top(told(failure), null, request.deadline()));
    }

    private Answer descend(LadderState top) {
        LadderState state = top;
        while (true) {
            Optional<SourceKey> missing = missingImage(state);
            Decision decision = decide(state, missing, false);
            if (decision == Decision.FORWARD) {
                return forward(state);
            }
            Reply lastGood = lastGood(state);
            if (lastGood != null && decide(state, missing, true) == Decision.SERVE_LAST_GOOD) {
                return lastGood;
            }
            if (decision == Decision.TEXT) {
                return text(state.secondary() == null ? state.cause() : state.secondary());
            }
            LadderState next = state;
            Rung tried = decision == Decision.RENDER_ERROR_IMAGE ? Rung.ERROR_IMAGE : Rung.DEFAULT_IMAGE;
            try {
                if (decision == Decision.SUBSTITUTE_LAYER) {
                    next = state.substituted(images.mended(state, missing.orElseThrow()));
                    tried = next.rung();
                }
                return images.standIn(decision, next, defaultImage(state, missing));
            } catch (Throwable e) {
                state = next.failed(tried, told(Failure.of(e)));
            }
        }
    }

    private Decision decide(LadderState state, Optional<SourceKey> missing, boolean lastGood) {
        StandIns.Options options = options(state, missing).withLastGood(lastGood);
        return StandIns.decide(state.failure().kind(), state.rung(), options);
    }

    /** The last good image; looked for only where it may stand in, since the cache may have to read a file for it. */
    private @Nullable Reply lastGood(LadderState state) {
        boolean allowed = state.failure().kind().allows(FailureKind.AllowedStandIn.LAST_GOOD);
        return allowed && state.rung() == Rung.REQUEST ? images.lastGood(state) : null;
    }

    private Forward forward(LadderState state) {
        return new Forward(state.cause(), RedirectTarget.of(catalog), why -> unanswered(state, why));
    }

    /** Whether it matters which file is missing. */
    private boolean dependsOnFiles() {
        return summary.layerOnly() || !summary.defaultImages().nested().isEmpty();
    }

    /** The file to replace; looked for only where it matters which one it is, since that means looking at the files. */
    private Optional<SourceKey> missingImage(LadderState state) {
        PlannedRequest planned = state.planned();
        boolean replaceable = dependsOnFiles() && state.rung().compareTo(Rung.SUBSTITUTED_LAYERS) <= 0;
        return planned != null && replaceable ? files.firstMissing(planned) : Optional.empty();
    }

    /** The default image of the request that the missing file belongs to, else that of the request itself; null for none. */
    private @Nullable DefaultImage defaultImage(LadderState state, Optional<SourceKey> missing) {
        PlannedRequest planned = state.planned();
        return planned == null
                ? summary.defaultImage()
                : missing.flatMap(planned::defaultImage).orElse(summary.defaultImage());
    }

    private StandIns.Options options(LadderState state, Optional<SourceKey> missing) {
        boolean forwardable = state.secondary() == null
                && summary.type().mayBeForwarded()
                && call.forwardable().within(catalog);
        return summary.standIns(forwardable, state.planned() != null, defaultImage(state, missing), missing.isEmpty());
    }

    /** The answer when the secondary server gave none. That passes, so nobody keeps what stands in for it. */
    private Reply unanswered(LadderState state, Failure why) {
        LadderState next = state.unanswered(why, restarted.get());
        if (catalog.get(Attributes.ERROR_REDIRECT_FALLBACK) == RedirectFallback.TEXT) {
            Reply lastGood = lastGood(next);
            return lastGood == null ? text(why) : lastGood.withFreshness(Freshness.NO_STORE);
        }
        return descend(next) instanceof Reply reply ? reply.withFreshness(Freshness.NO_STORE) : text(why);
    }

    /** The same for a request that was forwarded without a look: its image may have come since. */
    private Reply unansweredAtOnce(LadderState state, PlannedRequest planned, Failure why) {
        try {
            Reply come = images.reply(planned, restarted.get());
            call.accessRecord().recovered();
            return come;
        } catch (Throwable e) {
            return unanswered(state, why);
        }
    }

    private Reply text(Failure failure) {
        Reply reply = errors.text(failure, summary.form(), policy, detail);
        return summary.type().lifetime() == RequestType.Lifetime.NONE
                ? reply.withFreshness(Freshness.NO_STORE)
                : reply.withFreshness(Freshness.ofError(failure.kind(), catalog, call.forwardable()));
    }

    /** What tells problems apart: bugs and rules by their message; of all others each catalog has one. */
    private String key(Failure failure) {
        String code = failure.kind().code();
        return failure.kind() == FailureKind.INTERNAL || failure.kind() == FailureKind.REQUEST_REFUSED
                ? code + ' ' + failure.message()
                : code + ' ' + catalog.rootId();
    }

    private Failure told(Failure failure) {
        call.accessRecord().exception(failure.kind().code() + ": " + failure.logMessage());
        call.accessRecord().processingStatus(failure.kind().processingStatus());
        boolean worthALine = failure.concernsOperators() && call.accessRecord().injected() == null;
        String more = worthALine ? repeats.pass(key(failure)) : null;
        if (more != null) {
            LOG.atLevel(failure.kind().isServerFault() ? Level.ERROR : Level.WARN)
                    .setCause(failure.cause())
                    .log("{}: {}{}", LogText.cut(images.target()), LogText.cut(failure.logMessage()), more);
        } else {
            LOG.debug("{}: {}", LogText.cut(images.target()), LogText.cut(failure.logMessage()), failure.cause());
        }
        return failure;
    }
}
