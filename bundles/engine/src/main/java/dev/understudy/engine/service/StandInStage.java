package dev.understudy.engine.service;

import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.explain.ExplainResponder;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.planning.RequestSummary;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.request.RequestContext;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.ImageService;
import java.time.Instant;
import java.util.Locale;

/**
 * Lets requests in, plans and answers them, and has whatever fails answered by the ladder of stand-ins. Nothing gets past
 * it.
 */
final class StandInStage implements ImageService {

    private final Responder responder;
    private final ExplainResponder explaining;
    private final ErrorRenderer errors;
    private final SourceExistence files;
    private final Deadline deadline;

    StandInStage(
            Responder responder,
            ExplainResponder explaining,
            ErrorRenderer errors,
            SourceExistence files,
            Deadline deadline) {
        this.responder = responder;
        this.explaining = explaining;
        this.errors = errors;
        this.files = files;
        this.deadline = deadline;
    }

    @Override
    public Answer serve(Call call) {
        long start = System.nanoTime();
        Instant latest = deadline.of(call);
        RequestContext asked = new RequestContext(call, admission(call), latest);
        Failure refusal = asked.admission().refusal();
        if (refusal != null) {
            return failed(asked, refusal, start);
        }
        PlannedRequest planned;
        try {
            planned = RequestPlanner.plan(call.path(), asked.admission(), call.catalogs());
        } catch (Throwable e) {
            return failed(asked, Failure.of(e), start);
        }
        RequestSummary outline = planned.summary();
        call.accessRecord().pathBasedAccess(planned.pathBasedAccess());
        observe(call, outline, start);
        if (outline.type() != RequestType.EXPLAIN) {
            return ladder(asked, outline).answer(planned);
        }
        return ExplainResponder.isAllowed(call, outline)
                ? explaining.explain(asked, planned)
                : ladder(asked, outline).descend(ExplainResponder.notAllowed());
    }

    private AdmissionResult admission(Call call) {
        try {
            return AdmissionResult.of(call, files::isMissing);
        } catch (Throwable e) {
            return new AdmissionResult(null, AccessPolicy.UNRESTRICTED, Failure.of(e));
        }
    }

    private Answer failed(RequestContext asked, Failure failure, long start) {
        Call call = asked.call();
        AdmissionResult admission = asked.admission();
        boolean refused = failure.kind() == FailureKind.REQUEST_REFUSED;
        RequestSummary outline = refused
                ? RequestPlanner.outlineOfRefused(call.path(), admission.query(), call.catalogs())
                : RequestPlanner.outline(call.path(), admission.query(), call.catalogs(), admission.policy());
        observe(call, outline, start);
        boolean explain = outline.type() == RequestType.EXPLAIN;
        if (!explain || refused && !call.operator()) {
            return ladder(asked, outline).descend(failure);
        }
        return ExplainResponder.isAllowed(call, outline)
                ? explaining.explain(asked, outline, failure)
                : ladder(asked, outline).descend(ExplainResponder.notAllowed());
    }

    private static void observe(Call call, RequestSummary outline, long start) {
        call.accessRecord().requestType(outline.type().value().toUpperCase(Locale.ROOT));
        call.accessRecord().rootId(outline.catalog().rootId());
        call.accessRecord().parseNanos(System.nanoTime() - start);
    }

    private StandInLadder ladder(RequestContext asked, RequestSummary outline) {
        return new StandInLadder(asked, outline, responder, errors, files, deadline::anew);
    }
}
