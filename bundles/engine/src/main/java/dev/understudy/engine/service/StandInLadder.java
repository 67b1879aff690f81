package dev.understudy.engine.service;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.RedirectFallback;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestSummary;
import dev.understudy.engine.planning.StandInPlanner;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StandIns;
import dev.understudy.failure.StandIns.Rung;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.command.CacheChoice;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request's way down the ladder; {@link StandIns} says where each step leads. */
final class StandInLadder {

    private static final Logger LOG = LoggerFactory.getLogger(StandInLadder.class);

    /** An error image belongs to one failure; its images do not. */
    private static final CacheChoice NOT_KEPT = new CacheChoice(false, false, false);

    /** How much of a request an error image repeats. */
    private static final int SHOWN = 200;

    private final Call call;
    private final RequestSummary outline;
    private final AccessPolicy access;
    private final Planned answering;
    private final ErrorRenderer errors;
    private final SourceExistence missing;
    private final Catalog catalog;
    private final StatusPolicy policy;
    private final int detail;

    private final Supplier<Instant> patience;
    private Instant deadline;
    private @Nullable PlannedRequest request;
    private @Nullable Failure first;
    /** Why the secondary server gave no answer, once that is so. */
    private @Nullable Failure secondary;

    private Rung rung = Rung.REQUEST;

    /**
     * @param patience until when the request may take that begins to be answered anew
     */
    StandInLadder(
            RequestContext asked,
            RequestSummary outline,
            Planned answering,
            ErrorRenderer errors,
            SourceExistence missing,
            Supplier<Instant> patience) {
        this.catalog = outline.catalog();
        this.call = asked.call();
        this.outline = outline;
        this.access = asked.admission().policy();
        this.deadline = asked.deadline();
        this.answering = answering;
        this.errors = errors;
        this.missing = missing;
        this.patience = patience;
        this.policy = catalog.get(Attributes.ERROR_STATUS);
        this.detail = catalog.get(Attributes.ERROR_DETAIL);
    }

    /** The answer to a request, or what stands in for it. */
    Answer answer(PlannedRequest planned) {
        request = planned;
        try {
            return answering.reply(planned, deadline);
        } catch (Throwable e) {
            return descend(FailureMapper.of(e));
        }
    }

    /** What stands in for a request that failed. */
    Answer descend(Failure failure) {
        tell(failure);
        if (first == null) {
            first = failure;
        }
        return step(failure, first);
    }

    private Answer step(Failure failure, Failure cause) {
        Optional<SourceKey> gone = missingLayer();
        return switch (StandIns.decide(failure.kind(), rung, options(failure == cause, gone))) {
            case FORWARD -> new Forward(cause, RedirectTarget.of(catalog), this::unanswered);
            case SUBSTITUTE_LAYER -> attempt(StandIn.Kind.DEFAULT_IMAGE, cause, () -> substituted(gone.orElseThrow()));
            case RENDER_DEFAULT_IMAGE -> {
                rung = Rung.DEFAULT_IMAGE;
                yield attempt(StandIn.Kind.DEFAULT_IMAGE, cause, this::defaultImage);
            }
            case RENDER_ERROR_IMAGE -> {
                rung = Rung.ERROR_IMAGE;
                yield attempt(StandIn.Kind.ERROR_IMAGE, cause, () -> errorImage(cause));
            }
            case TEXT -> text(secondary == null ? cause : secondary);
        };
    }

    /** The file to replace; looked for only where single layers are replaced, since it means looking at the files. */
    private Optional<SourceKey> missingLayer() {
        PlannedRequest planned = request;
        return planned != null && rung == Rung.REQUEST && outline.layerOnly() ? missing.in(planned) : Optional.empty();
    }

    /** Only the failure of what was asked for is forwarded, not that of a default image. */
    private StandIns.Options options(boolean isFirst, Optional<SourceKey> gone) {
        return outline.standIns(isFirst && mayForward(), request != null, gone.isEmpty());
    }

    private boolean mayForward() {
        return secondary == null && call.forwardable().within(catalog);
    }

    /** The answer when the secondary server gave none. That passes, so nobody keeps what stands in for it. */
    private Reply unanswered(Failure why) {
        Failure cause = first;
        if (cause == null || catalog.get(Attributes.ERROR_REDIRECT_FALLBACK) == RedirectFallback.TEXT) {
            return text(why);
        }
        secondary = why;
        deadline = patience.get();
        return step(cause, cause) instanceof Reply reply ? reply.withFreshness(Freshness.NO_STORE) : text(why);
    }

    private Answer attempt(StandIn.Kind kind, Failure cause, Step step) {
        try {
            return step.reply().withStandIn(new StandIn(kind, cause.kind()));
        } catch (Throwable e) {
            return descend(FailureMapper.of(e));
        }
    }

    private Reply substituted(SourceKey gone) throws ServeException {
        PlannedRequest planned = request;
        if (planned == null) {
            throw new IllegalStateException("no plan to mend");
        }
        rung = Rung.DEFAULT_IMAGE;
        PlannedRequest mended = StandInPlanner.substitute(planned, gone, call.catalogs(), access)
                .orElseThrow(() -> new IllegalStateException("no default image for " + gone));
        request = mended;
        rung = Rung.REQUEST;
        Reply reply = answering.reply(mended, deadline);
        Freshness lifetime = mended.freshness();
        Freshness standIn = mended.freshnessAsDefaultImage();
        return reply.withFreshness(
                lifetime.storable() && standIn.maxAge().compareTo(lifetime.maxAge()) < 0 ? standIn : lifetime);
    }

    private Reply defaultImage() throws ServeException {
        PlannedRequest planned = StandInPlanner.defaultImage(outline, call.catalogs(), access);
        return answering.reply(planned, deadline).withFreshness(planned.freshnessAsDefaultImage());
    }

    private Reply errorImage(Failure cause) throws ServeException {
        Map<String, String> variables = new HashMap<>(errors.variables(cause, policy, detail));
        variables.put("error.request", shown(target()));
        PlannedRequest planned = StandInPlanner.errorImage(outline, call.catalogs(), variables);
        int status = catalog.get(Attributes.ERROR_IMAGE_STATUS);
        return answering
                .reply(notKept(planned), deadline)
                .withLastModified(null)
                .withStatus(status == Syntaxes.REAL_STATUS ? cause.kind().status(policy) : status)
                .withFreshness(Freshness.ofError(cause.kind(), catalog));
    }

    private static PlannedRequest notKept(PlannedRequest planned) {
        return new PlannedRequest(
                planned.summary(), planned.plan(), planned.objects(), NOT_KEPT, planned.resolved(), planned.standIns());
    }

    private Reply text(Failure failure) {
        return errors.text(failure, outline.form(), policy, detail)
                .withFreshness(Freshness.ofError(failure.kind(), catalog));
    }

    private void tell(Failure failure) {
        call.accessRecord().exception(failure.kind().code() + ": " + failure.logMessage());
        call.accessRecord().processingStatus(failure.kind().processingStatus());
        if (failure.kind().isServerFault()) {
            LOG.error("{}: {}", target(), failure.logMessage(), failure.cause());
        } else {
            LOG.debug("{}: {}", target(), failure.logMessage(), failure.cause());
        }
    }

    private String target() {
        return call.query() == null ? call.path() : call.path() + "?" + call.query();
    }

    private static String shown(String target) {
        return target.length() > SHOWN ? target.substring(0, SHOWN) + "…" : target;
    }

    /** One rung. */
    private interface Step {
        Reply reply() throws ServeException;
    }
}
