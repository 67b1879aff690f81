package dev.understudy.engine.service;

import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.planning.Outline;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.Planning;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.ImageService;
import dev.understudy.source.SourceAccess;
import java.time.Instant;
import java.util.Locale;

/**
 * Lets requests in, plans and answers them, and has whatever fails answered by the ladder of stand-ins. Nothing gets past
 * it.
 */
final class StandingIn implements ImageService {

    private final Planned answering;
    private final Explaining explaining;
    private final ErrorRenderer errors;
    private final Missing missing;
    private final Deadline deadline;

    StandingIn(
            Planned answering, Explaining explaining, ErrorRenderer errors, SourceAccess sources, Deadline deadline) {
        this.answering = answering;
        this.explaining = explaining;
        this.errors = errors;
        this.missing = new Missing(sources);
        this.deadline = deadline;
    }

    @Override
    public Answer serve(Call call) {
        long start = System.nanoTime();
        Instant latest = deadline.of(call);
        Asked asked = new Asked(call, admission(call), latest);
        Failure refusal = asked.admission().refusal();
        if (refusal != null) {
            return failed(asked, refusal, start);
        }
        PlannedRequest planned;
        try {
            planned = Planning.plan(call.path(), asked.admission(), call.catalogs());
        } catch (Throwable e) {
            return failed(asked, Failures.of(e), start);
        }
        Outline outline = planned.outline();
        call.observation().pathBasedAccess(planned.pathBasedAccess());
        observe(call, outline, start);
        if (outline.type() != RequestType.EXPLAIN) {
            return ladder(asked, outline).answer(planned);
        }
        return Explaining.isAllowed(call, outline)
                ? explaining.explain(asked, planned)
                : ladder(asked, outline).descend(Explaining.notAllowed());
    }

    private AdmissionResult admission(Call call) {
        try {
            return AdmissionResult.of(call, missing::isMissing);
        } catch (Throwable e) {
            return new AdmissionResult(null, AccessPolicy.UNRESTRICTED, Failures.of(e));
        }
    }

    private Answer failed(Asked asked, Failure failure, long start) {
        Call call = asked.call();
        AdmissionResult admission = asked.admission();
        boolean refused = failure.kind() == FailureKind.REQUEST_REFUSED;
        Outline outline = refused
                ? Planning.outlineOfRefused(call.path(), admission.query(), call.catalogs())
                : Planning.outline(call.path(), admission.query(), call.catalogs(), admission.policy());
        observe(call, outline, start);
        boolean explain = outline.type() == RequestType.EXPLAIN;
        if (!explain || refused && !call.operator()) {
            return ladder(asked, outline).descend(failure);
        }
        return Explaining.isAllowed(call, outline)
                ? explaining.explain(asked, outline, failure)
                : ladder(asked, outline).descend(Explaining.notAllowed());
    }

    private static void observe(Call call, Outline outline, long start) {
        call.observation().requestType(outline.type().value().toUpperCase(Locale.ROOT));
        call.observation().rootId(outline.catalog().rootId());
        call.observation().parseNanos(System.nanoTime() - start);
    }

    private Ladder ladder(Asked asked, Outline outline) {
        return new Ladder(asked, outline, answering, errors, missing, deadline::anew);
    }
}
