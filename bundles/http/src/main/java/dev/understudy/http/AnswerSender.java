package dev.understudy.http;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.reply.CrossOrigin;
import dev.understudy.http.reply.HeaderStampingResponse;
import dev.understudy.http.reply.KeptFields;
import dev.understudy.http.reply.NoSniff;
import dev.understudy.http.reply.ReplyWriter;
import dev.understudy.http.reply.SharedCaches;
import dev.understudy.http.reply.TimingHeaders;
import dev.understudy.http.reply.Variation;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.RecentFailures.IgnoredCommand;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.channels.FileChannel;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers: replies as they are, and those of the secondary server to requests that are to be forwarded. */
final class AnswerSender {

    private final Forwarding forwarding;
    private final CrossOrigin crossOrigin;
    private final ReplyWriter writer = new ReplyWriter();

    /** What becomes of requests that no secondary server answers. */
    interface Unanswered {

        /** Makes the reply; may block, and throws nothing. */
        Reply reply(ServedRequest served, Forward forward, Failure why);
    }

    AnswerSender(Forwarding forwarding, CrossOrigin crossOrigin) {
        this.forwarding = forwarding;
        this.crossOrigin = crossOrigin;
    }

    /** Sends an answer to a request whose response has the headers of every answer. */
    void send(ServedRequest served, Answer answer, Unanswered unanswered) {
        if (answer instanceof Forward forward) {
            if (!served.mayWait()) {
                // The request waits for the secondary server all the same, and is not idle then.
                served.request().addIdleTimeoutListener(timeout -> false);
            }
            forward(served, forward, unanswered);
        } else if (answer instanceof Reply reply) {
            if (outlivesTheHandler(reply.body())) {
                RequestTrace.of(served.request()).handlerIsDone();
            }
            reply(served, reply);
        }
    }

    private void forward(ServedRequest served, Forward forward, Unanswered unanswered) {
        Response response = served.response();
        StandIn standIn = new StandIn(StandIn.Kind.SECONDARY, forward.cause().kind());
        observe(standIn, served.accessRecord());
        KeptFields kept = KeptFields.of(response);
        HeaderStampingResponse marked = new HeaderStampingResponse(served.request(), response, each -> {
            kept.putInto(each);
            each.getHeaders().put(StandIn.HEADER, standIn.headerValue());
            nameIgnored(each, served.accessRecord());
            tellTimes(served, each);
            Variation.mark(each.getHeaders(), forward.varying());
            if (!forward.shareable()) {
                SharedCaches.exclude(each.getHeaders());
            }
            crossOrigin.mark(each.getHeaders());
            NoSniff.mark(each.getHeaders());
            nameInjected(each, served.accessRecord());
        });
        Callback last = Callback.from(
                () -> {
                    marked.mark();
                    ReplyWriter.finish(response, served.callback());
                },
                served.callback()::failed);
        forwarding.forward(
                served.request(),
                marked,
                last,
                forward,
                why -> whereItMayBlock(served, () -> {
                    Reply reply = unanswered.reply(served, forward, why);
                    response.reset();
                    kept.putInto(response);
                    NoSniff.mark(response.getHeaders());
                    crossOrigin.mark(response.getHeaders());
                    reply(served, reply);
                }));
    }

    /** Runs a task that may block, on a thread of its own if the one that handles the request must not wait. */
    private static void whereItMayBlock(ServedRequest served, Runnable task) {
        if (served.mayWait()) {
            run(served, task);
            return;
        }
        Request request = served.request();
        try {
            request.getComponents().getExecutor().execute(() -> {
                run(served, () -> {
                    RequestTrace.of(request).enters();
                    task.run();
                });
            });
        } catch (RejectedExecutionException e) {
            // The server stops, so blocking does no harm.
            run(served, task);
        }
    }

    /** Runs a task that answers a request. Whatever it throws ends the request, since nobody else would. */
    private static void run(ServedRequest served, Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            Response.writeError(served.request(), served.response(), served.callback(), e);
        }
    }

    private void reply(ServedRequest served, Reply reply) {
        AccessRecord accessRecord = served.accessRecord();
        String digest = reply.digest();
        if (digest != null) {
            accessRecord.digest(digest);
        }
        if (reply.cacheUse() != CacheUse.UNDEFINED) {
            accessRecord.cacheUse(reply.cacheUse());
            accessRecord.peerServer(reply.peer());
        }
        StandIn standIn = reply.standIn();
        if (standIn != null) {
            observe(standIn, accessRecord);
        }
        nameIgnored(served.response(), accessRecord);
        tellTimes(served, served.response());
        nameInjected(served.response(), accessRecord);
        writer.write(served.request(), served.response(), served.callback(), reply);
    }

    /** Tells clients of catalogs that want it how long the answer took. */
    private void tellTimes(ServedRequest served, Response response) {
        if (served.accessRecord().timing()) {
            TimingHeaders.mark(served.request(), response, served.accessRecord(), crossOrigin == CrossOrigin.OPEN);
        }
    }

    /** Names the commands that did nothing to clients that may know. */
    private static void nameIgnored(Response response, AccessRecord accessRecord) {
        if (accessRecord.ignoredIsPublic() && !accessRecord.ignored().isEmpty()) {
            response.getHeaders().put(IgnoredCommand.HEADER, String.join(",", accessRecord.ignored()));
        }
    }

    /** Names the faults that the client asked for and got. No cache may keep such an answer, whoever gave it. */
    private static void nameInjected(Response response, AccessRecord accessRecord) {
        String injected = accessRecord.injected();
        if (injected != null) {
            response.getHeaders().put(Call.FAULT, injected);
            SharedCaches.forbid(response.getHeaders());
        }
    }

    private static void observe(StandIn standIn, AccessRecord accessRecord) {
        FailureKind failure = standIn.cause();
        accessRecord.standIn(standIn.kind().token());
        accessRecord.failure(failure);
        accessRecord.processingStatus(failure.processingStatus());
    }

    /** Returns whether the body can be sent without any class of the bundles that made it. */
    private static boolean outlivesTheHandler(Body body) {
        return body instanceof Body.Bytes
                || (body instanceof Body.Opened opened && opened.channel() instanceof FileChannel);
    }
}
