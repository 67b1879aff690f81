package dev.understudy.engine.explain;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.caching.LastGoodImages;
import dev.understudy.engine.command.RequestType;
import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.Responder;
import dev.understudy.engine.render.Renderer;
import dev.understudy.engine.request.ReadRequest;
import dev.understudy.engine.request.RequestContext;
import dev.understudy.engine.request.RequestSummary;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StandIns;
import dev.understudy.image.ImageInfo;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.Json;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceLease;
import dev.understudy.source.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code req=explain}: how a request for an image is understood, what state its files are in, what comes of it now, and what
 * would stand in for each kind of failure. It tells names of files, hence it has to be allowed.
 */
public final class ExplainResponder {

    private static final String TYPE = "application/json";

    private final Responder responder;
    private final LastGoodImages lastGood;
    private final SourceFetch remote;
    private final Renderer renderer;
    private final WorkScheduler scheduler;

    /**
     * @param responder makes the image, to see what comes of it
     * @param lastGood has images as they were when their sources were good
     * @param remote has sources be at hand that are not on this machine
     * @param renderer looks at the files
     * @param scheduler lets it
     */
    public ExplainResponder(
            Responder responder,
            LastGoodImages lastGood,
            SourceFetch remote,
            Renderer renderer,
            WorkScheduler scheduler) {
        this.responder = responder;
        this.lastGood = lastGood;
        this.remote = remote;
        this.renderer = renderer;
        this.scheduler = scheduler;
    }

    /** Whether the caller may know: every catalog that has a part in the request must allow it. */
    public static boolean isAllowed(Call call, ReadRequest read) {
        return call.operator()
                || read.raw()
                        .policy()
                        .least(Attributes.ALLOW_EXPLAIN, read.summary().catalog());
    }

    /** The failure of those who may not. */
    public static Failure notAllowed() {
        return new Failure.Refused(
                "req=explain is not allowed here; AllowExplain=1 in every catalog that has a part in the request allows it");
    }

    /** The explanation of a request that can be planned. */
    public Reply explain(RequestContext request, PlannedRequest planned) {
        RequestSummary summary = planned.summary().as(RequestType.IMG);
        Map<String, Object> told = Explanation.of(
                summary,
                request.read().legible(),
                new Explanation.Needs(planned.records(), planned.fonts(), planned.profiles()));
        told.putAll(Explanation.rules(request.read().raw().rules()));
        told.put(
                "sources",
                planned.files().stream()
                        .map(file -> source(file, summary.catalog().rootId(), request.deadline()))
                        .toList());
        Failure failure = null;
        try {
            told.put("outcome", image(responder.reply(planned.as(RequestType.IMG), request.deadline())));
        } catch (Throwable e) {
            failure = Failure.of(e);
            told.put("outcome", Explanation.failure(failure));
        }
        boolean kept = lastGood.find(planned.as(RequestType.IMG), failure) != null;
        return reply(told, options(summary, request.call(), true).withLastGood(kept), summary, failure);
    }

    /** The explanation of a request that cannot even be planned. */
    public Reply explain(RequestContext request, Failure failure) {
        RequestSummary summary = request.read().summary().as(RequestType.IMG);
        Map<String, Object> told = Explanation.of(summary, request.read().legible(), Explanation.Needs.NOTHING);
        told.putAll(Explanation.rules(request.read().raw().rules()));
        told.put("outcome", Explanation.failure(failure));
        return reply(told, options(summary, request.call(), false), summary, failure);
    }

    private static StandIns.Options options(RequestSummary summary, Call call, boolean planned) {
        return summary.standIns(call.forwardable().within(summary.catalog()), planned, summary.defaultImage(), false);
    }

    private static Reply reply(
            Map<String, Object> told, StandIns.Options options, RequestSummary summary, @Nullable Failure failure) {
        told.putAll(Explanation.standIns(summary, options, failure));
        return Reply.of(TYPE, (Json.of(told) + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private Map<String, Object> source(ImageFile file, String tenant, Instant deadline) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("file", file.key().toString());
        try (SourceLease lease = remote.unadmitted(List.of(file.key()), tenant, deadline)) {
            Renderer.Inspected inspected = scheduler.run(tenant, deadline, memory -> renderer.inspect(file, memory));
            ImageInfo info = inspected.info();
            told.put("format", info.format());
            told.put("width", info.width());
            told.put("height", info.height());
            told.put("bytes", inspected.stamp().length());
            told.put("modified", Instant.ofEpochMilli(inspected.stamp().modified()));
        } catch (Throwable e) {
            told.put("failure", Explanation.failure(Failure.of(e)));
        }
        return told;
    }

    private static Map<String, Object> image(Reply reply) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", reply.contentType());
        told.put("bytes", reply.body() instanceof Body.Bytes body ? body.length() : 0);
        told.put("cache", reply.cacheUse());
        told.put("sources", reply.stamps().stream().map(Stamp::key).toList());
        return told;
    }
}
