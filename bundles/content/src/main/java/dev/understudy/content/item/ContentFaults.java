package dev.understudy.content.item;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.ErrorForm;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.failure.StatusPolicy;
import dev.understudy.observe.AccessRecord;
import dev.understudy.protocol.admission.AccessPolicy;
import dev.understudy.protocol.fault.InjectedFaults;
import dev.understudy.protocol.fault.SlowAnswers;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has requests for static content fail as they ask for, where their catalogs let them. */
final class ContentFaults {

    private static final Set<FailureKind> KINDS = EnumSet.of(
            FailureKind.STATIC_MISSING,
            FailureKind.STATIC_UNREADABLE,
            FailureKind.SERVER_OVERLOADED,
            FailureKind.STORAGE_UNAVAILABLE);

    /** The level at which messages are told; those here name what may be asked for, and no file. */
    private static final int MESSAGES = 2;

    private static final String WANTED = "asked for by " + Call.FAULT;

    private final ErrorRenderer errors;
    private final SlowAnswers slow = new SlowAnswers();

    ContentFaults(ErrorRenderer errors) {
        this.errors = errors;
    }

    /** Gives the answer without faults. */
    interface Sound {
        Reply reply() throws ServeException;
    }

    /**
     * The answer with the faults that a request asks for.
     *
     * @param failed what answers a failure
     * @param sound the answer when there is none
     * @return null for a request without faults
     */
    @Nullable
    Answer answer(
            @Nullable String fault,
            Item item,
            AccessPolicy policy,
            AccessRecord accessRecord,
            Function<Failure, Answer> failed,
            Sound sound)
            throws ServeException {
        if (fault == null) {
            return null;
        }
        Catalog catalog = item.catalog();
        InjectedFaults faults;
        try {
            faults = InjectedFaults.of(fault, KINDS, policy, catalog);
        } catch (ServeException e) {
            return refusal(e.failure());
        }
        if (faults == null) {
            if (policy.least(Attributes.ALLOW_EXPLAIN, catalog)) {
                accessRecord.ignored(List.of(Call.FAULT), true);
            }
            return null;
        }
        accessRecord.injected(faults.toString());
        FailureKind kind = slow.await(faults.delay()) ? faults.failure() : FailureKind.SERVER_OVERLOADED;
        Answer answer = kind == null ? sound.reply() : failed.apply(failure(kind, item.path()));
        FailureKind ofSecondary = faults.secondary();
        if (answer instanceof Forward forward) {
            return ofSecondary == null
                    ? forward.withReplies(ContentFaults::unkept)
                    : unkept(forward.onNoResponse().apply(new Failure.SecondaryFailure(ofSecondary, WANTED, null)));
        }
        return ofSecondary != null && kind == faults.failure()
                ? refusal(
                        new Failure.Malformed("No secondary server would be asked for this request, so none can fail"))
                : unkept((Reply) answer);
    }

    private Reply refusal(Failure failure) {
        return unkept(errors.text(failure, ErrorForm.PLAIN, StatusPolicy.HTTP, MESSAGES));
    }

    private static Reply unkept(Reply reply) {
        return reply.withFreshness(Freshness.NO_STORE);
    }

    private static Failure failure(FailureKind kind, String path) {
        return switch (kind) {
            case STATIC_MISSING -> new Failure.StaticMissing(path);
            case STATIC_UNREADABLE -> new Failure.Unreadable(kind, path, "cannot be read", null);
            default -> new Failure.Unavailable(kind, WANTED, null);
        };
    }
}
