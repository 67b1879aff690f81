package dev.understudy.engine.service;

import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.planning.Outline;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.Planning;
import dev.understudy.failure.Failure;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.ImageService;
import dev.understudy.source.SourceAccess;
import java.time.Instant;
import java.util.Locale;

/** Plans and answers, and has whatever fails answered by the ladder of stand-ins. Nothing gets past it. */
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
        PlannedRequest planned;
        try {
            planned = Planning.plan(call.path(), call.query(), call.catalogs());
        } catch (Throwable e) {
            Outline outline = Planning.outline(call.path(), call.query(), call.catalogs());
            observe(call, outline, start);
            return descend(call, outline, latest, Failures.of(e));
        }
        call.observation().pathBasedAccess(planned.pathBasedAccess());
        observe(call, planned.outline(), start);
        if (planned.outline().type() != RequestType.EXPLAIN) {
            return ladder(call, planned.outline(), latest).answer(planned);
        }
        return Explaining.isAllowed(call, planned.outline())
                ? explaining.explain(call, planned, latest)
                : ladder(call, planned.outline(), latest).descend(Explaining.notAllowed());
    }

    private Answer descend(Call call, Outline outline, Instant latest, Failure failure) {
        if (outline.type() != RequestType.EXPLAIN) {
            return ladder(call, outline, latest).descend(failure);
        }
        return Explaining.isAllowed(call, outline)
                ? explaining.explain(call, outline, failure)
                : ladder(call, outline, latest).descend(Explaining.notAllowed());
    }

    private static void observe(Call call, Outline outline, long start) {
        call.observation().requestType(outline.type().value().toUpperCase(Locale.ROOT));
        call.observation().rootId(outline.catalog().rootId());
        call.observation().parseNanos(System.nanoTime() - start);
    }

    private Ladder ladder(Call call, Outline outline, Instant latest) {
        return new Ladder(call, outline, latest, answering, errors, missing);
    }
}
