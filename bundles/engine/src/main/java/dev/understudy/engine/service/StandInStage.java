package dev.understudy.engine.service;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.engine.caching.CallTable;
import dev.understudy.engine.caching.LastGoodImages;
import dev.understudy.engine.caching.PlanKeyCache;
import dev.understudy.engine.caching.RepeatableAnswer;
import dev.understudy.engine.codec.OutputFormats;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.explain.ExplainResponder;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.request.RawRequest;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.RequestContext;
import dev.understudy.engine.request.RequestReader;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.engine.save.ImageSaver;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.protocol.admission.AdmissionResult;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ErrorRenderer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.ImageService;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.serve.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads, plans and answers requests, and has whatever fails answered by the ladder of stand-ins. Nothing gets past
 * it.
 */
final class StandInStage implements ImageService {

    private final OutputFormats formats;
    private final Responder responder;
    private final Responder errorImages;
    private final LastGoodImages lastGood;
    private final ExplainResponder explaining;
    private final ImageSaver saver;
    private final ErrorRenderer errors;
    private final SourceExistence files;
    private final FaultInjection faults;
    private final Deadline deadline;
    private final PlanKeyCache keys;
    private final CallTable<ReadPlan> plans;
    private final CallTable<RepeatableAnswer> repeatable;
    private final Duration missesKnown;
    private final RepeatFilter repeats;

    /**
     * The stage.
     *
     * @param formats what replies can be written as
     * @param responder answers what can be planned
     * @param errorImages answers with error images, which are kept apart
     * @param lastGood has images as they were when their sources were good
     * @param saver says who may have images saved
     * @param files says which files are there
     * @param faults has requests fail that ask for it
     * @param plans remembers what requests for images come to, which need not be read again
     * @param repeatable is told the answers that the same requests can be given again
     * @param missesKnown how long a request is forwarded without another look for its image
     */
    StandInStage(
            OutputFormats formats,
            Responder responder,
            Responder errorImages,
            LastGoodImages lastGood,
            ExplainResponder explaining,
            ImageSaver saver,
            ErrorRenderer errors,
            SourceExistence files,
            FaultInjection faults,
            Deadline deadline,
            PlanKeyCache keys,
            CallTable<ReadPlan> plans,
            CallTable<RepeatableAnswer> repeatable,
            Duration missesKnown) {
        this.formats = formats;
        this.responder = responder;
        this.errorImages = errorImages;
        this.lastGood = lastGood;
        this.explaining = explaining;
        this.saver = saver;
        this.errors = errors;
        this.files = files;
        this.faults = faults;
        this.deadline = deadline;
        this.keys = keys;
        this.plans = plans;
        this.repeatable = repeatable;
        this.missesKnown = missesKnown;
        repeats = new RepeatFilter(deadline.clock());
    }

    @Override
    public Answer serve(Call call) {
        long start = System.nanoTime();
        ReadPlan known = call.operator() ? null : plans.find(call);
        ReadRequest read = known == null ? read(call) : known.read(call.client());
        Set<NegotiatedHeader> varying = known == null ? RequestPlanner.varying(read) : known.varying();
        return finished(read, varying, answer(call, read, known, varying, start));
    }

    /** Orders a call to be forwarded that has been planned before, and whose image was missing at the last look, a moment ago. */
    @Override
    public @Nullable Forward forwardAtOnce(Call call) {
        long start = System.nanoTime();
        ReadPlan known = call.operator() || call.fault() != null ? null : plans.find(call);
        Failure missing = known == null ? null : known.lastMiss().within(missesKnown, deadline.now());
        if (known == null || missing == null || call.revalidation() && notModified(known.planned()) != null) {
            return null;
        }
        ReadRequest read = known.read(call.client());
        RequestContext request = new RequestContext(call, read, deadline.of(call));
        RequestSummary summary = known.planned().summary();
        Forward forward = ladder(request, summary).forward(known.planned(), missing);
        if (forward == null) {
            return null;
        }
        call.accessRecord().pathBasedAccess(known.planned().pathBasedAccess());
        record(request, summary, start);
        return (Forward) finished(read, known.varying(), forward);
    }

    private static Answer finished(ReadRequest read, Set<NegotiatedHeader> varying, Answer answer) {
        Answer whole = read.raw().policy().guarded(answer).alsoVaryingBy(varying);
        List<RuleHeader> headers = read.raw().rules().headers();
        if (headers.isEmpty()) {
            return whole;
        }
        return whole instanceof Forward forward
                ? forward.withReplies(reply -> ruled(reply, headers))
                : ruled((Reply) whole, headers);
    }

    /** Headers of rules are for what was asked for. */
    private static Reply ruled(Reply reply, List<RuleHeader> headers) {
        return reply.standIn() == null ? reply.withHeaders(headers) : reply;
    }

    private Answer answer(
            Call call, ReadRequest read, @Nullable ReadPlan known, Set<NegotiatedHeader> varying, long start) {
        Instant latest = deadline.of(call);
        PlannedRequest planned;
        try {
            planned = known == null ? RequestPlanner.plan(read) : known.planned();
        } catch (Throwable e) {
            Failure failure = Failure.of(e);
            return failed(new RequestContext(call, read.failedBy(failure), latest), failure, start);
        }
        RequestContext request = new RequestContext(call, read, latest);
        RequestSummary summary = planned.summary();
        call.accessRecord().pathBasedAccess(planned.pathBasedAccess());
        record(request, summary, start);
        if (known == null && ReadPlan.isRepeatable(read, planned) && !call.operator()) {
            plans.put(call, true, ReadPlan.of(read, planned, varying));
        }
        Answer faulty = faults.answer(request, planned, existence -> ladder(request, summary, existence));
        if (faulty != null) {
            return faulty;
        }
        if (summary.type() == RequestType.SAVE_TO_FILE) {
            return saved(call, read, planned);
        }
        Reply notModified = notModified(planned);
        if (call.revalidation() && notModified != null) {
            return notModified;
        }
        if (summary.type() != RequestType.EXPLAIN) {
            Instant before = deadline.now();
            Answer answer = ladder(request, summary).answer(planned);
            if (known != null && answer instanceof Forward forward && forward.cause() instanceof Failure.Missing) {
                known.lastMiss().at(forward.cause(), before);
            }
            remember(request, planned, varying, finished(read, varying, answer), notModified);
            return answer;
        }
        return ExplainResponder.isAllowed(call, request.read())
                ? explaining.explain(request, planned)
                : ladder(request, summary).descend(ExplainResponder.notAllowed());
    }

    /** The answer to a request that saves its image, as long as that may take. */
    private Answer saved(Call call, ReadRequest read, PlannedRequest planned) {
        StandInLadder ladder = ladder(new RequestContext(call, read, saver.deadline(planned, call)), planned.summary());
        Failure refusal = saver.refusal(call);
        return refusal == null ? ladder.answer(planned) : ladder.descend(refusal);
    }

    /** The answer to whoever has an image that never changes; null for one that may. */
    private static @Nullable Reply notModified(PlannedRequest planned) {
        return planned.neverChanges() && planned.varying().isEmpty() ? Reply.notModified(planned.freshness()) : null;
    }

    /** Remembers an answer that any client is given as often as it asks, unless it asks for a look at the files. */
    private void remember(
            RequestContext request,
            PlannedRequest planned,
            Set<NegotiatedHeader> varying,
            Answer answer,
            @Nullable Reply notModified) {
        Call call = request.call();
        if (planned.cache().server() == ServerCache.ON
                && answer instanceof Reply reply
                && !request.read().raw().policy().isFiltered()
                && call.fault() == null
                && !call.operator()) {
            RepeatableAnswer known = RepeatableAnswer.of(
                    call,
                    planned.summary().catalog(),
                    reply,
                    notModified == null ? null : (Reply) finished(request.read(), varying, notModified));
            if (known != null) {
                repeatable.put(call, !reply.varying().isEmpty(), known);
            }
        }
    }

    private ReadRequest read(Call call) {
        AdmissionResult admission = admission(call);
        RawRequest raw = new RawRequest(
                admission.path(),
                admission.query(),
                admission.catalogs(),
                formats,
                admission.policy(),
                call.hints(),
                admission.rules());
        return RequestReader.read(raw, admission.refusal());
    }

    private AdmissionResult admission(Call call) {
        try {
            return AdmissionResult.of(call, files::isMissing);
        } catch (Throwable e) {
            return AdmissionResult.refused(call.path(), call.catalogs(), Failure.of(e));
        }
    }

    private Answer failed(RequestContext request, Failure failure, long start) {
        Call call = request.call();
        RequestSummary summary = request.read().summary();
        record(request, summary, start);
        boolean explain = summary.type() == RequestType.EXPLAIN;
        boolean refused = failure.kind() == FailureKind.REQUEST_REFUSED;
        if (!explain || refused && !call.operator()) {
            return ladder(request, summary).descend(failure);
        }
        return ExplainResponder.isAllowed(call, request.read())
                ? explaining.explain(request, failure)
                : ladder(request, summary).descend(ExplainResponder.notAllowed());
    }

    private static void record(RequestContext request, RequestSummary summary, long start) {
        Call call = request.call();
        boolean explained = ExplainResponder.isAllowed(call, request.read());
        List<String> ignored = request.read().request().ignoredCommands();
        call.accessRecord()
                .ignored(
                        explained && FaultInjection.isIgnored(request, summary)
                                ? Stream.concat(ignored.stream(), Stream.of(Call.FAULT))
                                        .toList()
                                : ignored,
                        explained);
        call.accessRecord().requestType(summary.type().value().toUpperCase(Locale.ROOT));
        call.accessRecord().rootId(summary.catalog().rootId());
        call.accessRecord().timing(summary.catalog().get(Attributes.TIMING_HEADERS));
        call.accessRecord().transformedTarget(request.read().raw().rules().target());
        call.accessRecord().parseNanos(System.nanoTime() - start);
    }

    private StandInLadder ladder(RequestContext request, RequestSummary summary) {
        return ladder(request, summary, files);
    }

    private StandInLadder ladder(RequestContext request, RequestSummary summary, SourceExistence existence) {
        return new StandInLadder(
                request, summary, responder, errorImages, lastGood, errors, existence, deadline::anew, keys, repeats);
    }
}
