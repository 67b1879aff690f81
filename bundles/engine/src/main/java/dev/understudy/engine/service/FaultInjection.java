package dev.understudy.engine.service;

import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.request.RequestContext;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.request.ResolvedObject;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.protocol.fault.InjectedFaults;
import dev.understudy.protocol.fault.SlowAnswers;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has requests fail as they ask for, where their catalogs let them: what answers is the ladder, as for any other failure. Nobody keeps
 * such an answer.
 */
final class FaultInjection {

    private static final Set<FailureKind> KINDS = EnumSet.of(
            FailureKind.SOURCE_MISSING,
            FailureKind.SOURCE_UNREADABLE,
            FailureKind.SOURCE_CORRUPT,
            FailureKind.SOURCE_UNSUPPORTED,
            FailureKind.PROFILE_CORRUPT,
            FailureKind.FONT_CORRUPT,
            FailureKind.FOREIGN_FAILED,
            FailureKind.SERVER_OVERLOADED,
            FailureKind.STORAGE_UNAVAILABLE);

    /** The level at which messages are told; those here name what may be asked for, and no file. */
    private static final int MESSAGES = 2;

    private static final String WANTED = "asked for by " + Call.FAULT;

    private final SourceAccess sources;
    private final ErrorRenderer errors;
    private final SlowAnswers slow = new SlowAnswers();

    /**
     * @param sources where all files are that are not to be missing
     * @param errors tells of faults that there are none of
     */
    FaultInjection(SourceAccess sources, ErrorRenderer errors) {
        this.sources = sources;
        this.errors = errors;
    }

    /** Whether a call asks for faults and gets none, because a catalog that has a part in it does not allow them. */
    static boolean isIgnored(RequestContext request, RequestSummary summary) {
        return request.call().fault() != null
                && !InjectedFaults.areAllowed(request.read().raw().policy(), summary.catalog());
    }

    /**
     * The answer with the faults that a request asks for.
     *
     * @param ladders the ladder of the request, given which files are there
     * @return null for a request without faults
     */
    @Nullable
    Answer answer(RequestContext request, PlannedRequest planned, Function<SourceExistence, StandInLadder> ladders) {
        RequestSummary summary = planned.summary();
        if (request.call().fault() == null || !canFail(summary.type())) {
            return null;
        }
        InjectedFaults faults;
        try {
            faults = InjectedFaults.of(
                    request.call().fault(), KINDS, request.read().raw().policy(), summary.catalog());
        } catch (ServeException e) {
            request.call().accessRecord().exception(e.failure().message());
            return refusal(e.failure(), summary);
        }
        if (faults == null) {
            return null;
        }
        request.call().accessRecord().injected(faults.toString());
        return answer(faults, planned, ladders);
    }

    private Answer answer(
            InjectedFaults faults, PlannedRequest planned, Function<SourceExistence, StandInLadder> ladders) {
        RequestSummary summary = planned.summary();
        FailureKind kind = slow.await(faults.delay()) ? faults.failure() : FailureKind.SERVER_OVERLOADED;
        StandInLadder ladder = ladders.apply(files(kind, planned));
        Answer answer =
                kind == null ? ladder.answer(planned) : ladder.descend(failure(kind, summary.object()), planned);
        FailureKind ofSecondary = faults.secondary();
        if (answer instanceof Forward forward) {
            return ofSecondary == null
                    ? forward.withReplies(FaultInjection::unkept)
                    : unkept(forward.onNoResponse().apply(new Failure.SecondaryFailure(ofSecondary, WANTED, null)));
        }
        return ofSecondary != null && kind == faults.failure()
                ? refusal(
                        new Failure.Malformed("No secondary server would be asked for this request, so none can fail"),
                        summary)
                : unkept((Reply) answer);
    }

    /** Not what changes something, nor what tells of requests instead of answering them. */
    private static boolean canFail(RequestType type) {
        return type != RequestType.SAVE_TO_FILE && type != RequestType.EXPLAIN && type != RequestType.MESSAGE;
    }

    private static Reply unkept(Reply reply) {
        return reply.withFreshness(Freshness.NO_STORE);
    }

    private Reply refusal(Failure failure, RequestSummary summary) {
        return unkept(errors.text(failure, summary.form(), StatusPolicy.HTTP, MESSAGES));
    }

    /** All files but the one that is to be missing, for which a default image may stand in: the first that is drawn. */
    private SourceExistence files(@Nullable FailureKind kind, PlannedRequest planned) {
        SourceKey first = kind == null || !kind.allows(FailureKind.AllowedStandIn.DEFAULT_IMAGE)
                ? null
                : planned.sources().stream().findFirst().orElse(null);
        return new SourceExistence(first == null ? sources : new OneMissing(sources, first));
    }

    private static Failure failure(FailureKind kind, ResolvedObject object) {
        String name = object.name();
        return switch (kind) {
            case SOURCE_MISSING -> new Failure.Missing(name, object.record() != null);
            case SOURCE_UNREADABLE -> new Failure.Unreadable(name, null);
            case SOURCE_UNSUPPORTED -> new Failure.UnsupportedSource(kind, name, WANTED);
            case SOURCE_CORRUPT, PROFILE_CORRUPT, FONT_CORRUPT -> new Failure.Corrupt(kind, name, WANTED, null);
            case FOREIGN_FAILED -> new Failure.Foreign(WANTED, null);
            default -> new Failure.Unavailable(kind, WANTED, null);
        };
    }
}
