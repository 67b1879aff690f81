package dev.understudy.http;

import dev.understudy.failure.FailureKind;
import dev.understudy.http.path.MountPath;
import dev.understudy.http.reply.ConditionalRequests;
import dev.understudy.http.reply.CrossOrigin;
import dev.understudy.http.reply.HeaderStampingResponse;
import dev.understudy.http.reply.MethodFilter;
import dev.understudy.http.reply.NoSniff;
import dev.understudy.http.reply.PlainText;
import dev.understudy.http.reply.ReplyWriter;
import dev.understudy.http.reply.SharedCaches;
import dev.understudy.http.reply.Variation;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.LogText;
import dev.understudy.observe.RecentFailures.IgnoredCommand;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A handler whose subclass makes an {@link Answer} for each GET or HEAD, which this class sends or forwards. Conditions and ranges
 * are applied here, and an exception of the subclass becomes an answer too.
 */
@ConsumerType
public abstract class ServingHandler extends Handler.Abstract implements PromptHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ServingHandler.class);

    private final List<MountPath> mounts;
    private final Forwarding forwarding;
    private final CrossOrigin crossOrigin;
    private final ReplyWriter writer = new ReplyWriter();

    /**
     * Creates a handler.
     *
     * @param open whether scripts of other sites may read the answers
     * @param mounts the mounts of the handler
     */
    protected ServingHandler(Forwarding forwarding, boolean open, String... mounts) {
        this.mounts = Stream.of(mounts).map(MountPath::of).toList();
        this.forwarding = forwarding;
        this.crossOrigin = open ? CrossOrigin.OPEN : CrossOrigin.CLOSED;
    }

    /**
     * Makes the answer; may block.
     *
     * @param path what follows the mount and a slash, still encoded; empty when nothing follows
     * @param forwardable whether the request may be sent to a secondary server
     */
    protected abstract Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord);

    /**
     * Makes the answer to a GET or HEAD if that takes no waiting, as {@link PromptHandler} says.
     *
     * @return null for any other, for which {@link #answer} is called
     */
    protected @Nullable Reply answerAtOnce(Request request, String path, AccessRecord accessRecord) {
        return null;
    }

    /** Returns the client's address; the loopback address for connections that have none, such as those within the process. */
    protected static InetAddress client(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress internet && !internet.isUnresolved()
                ? internet.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    /** Returns whether the client has got an answer to the same request before, and wants another one only if that has changed. */
    protected static boolean isRevalidation(Request request) {
        return ConditionalRequests.isRevalidation(request.getHeaders());
    }

    @Override
    public final boolean handleAtOnce(Request request, Response response, Callback callback) {
        if (!MethodFilter.passes(request)) {
            return false;
        }
        AccessRecord accessRecord = new AccessRecord();
        Reply reply = answerAtOnce(request, accessRecord);
        if (reply == null) {
            return false;
        }
        crossOrigin.mark(response);
        request.setAttribute(AccessRecord.ATTRIBUTE, accessRecord);
        sendReply(request, response, callback, reply, accessRecord);
        return true;
    }

    @Override
    public final boolean handle(Request request, Response response, Callback callback) {
        crossOrigin.mark(response);
        if (MethodFilter.answered(request, response, callback, crossOrigin)) {
            return true;
        }
        AccessRecord accessRecord = new AccessRecord();
        request.setAttribute(AccessRecord.ATTRIBUTE, accessRecord);
        Answer answer = answer(request, accessRecord);
        if (answer instanceof Forward forward) {
            forward(request, response, callback, forward, accessRecord);
        } else if (answer instanceof Reply reply) {
            sendReply(request, response, callback, reply, accessRecord);
        }
        return true;
    }

    private void sendReply(
            Request request, Response response, Callback callback, Reply reply, AccessRecord accessRecord) {
        if (outlivesTheHandler(reply.body())) {
            RequestTrace.of(request).handlerIsDone();
        }
        send(request, response, callback, reply, accessRecord);
    }

    private @Nullable Reply answerAtOnce(Request request, AccessRecord accessRecord) {
        try {
            return answerAtOnce(request, pathUnderMount(request), accessRecord);
        } catch (Throwable e) {
            // What is wrong with the short way need not be wrong with the long one, which has stand-ins.
            logError(request, e);
            return null;
        }
    }

    private Answer answer(Request request, AccessRecord accessRecord) {
        try {
            return answer(request, pathUnderMount(request), forwarding.accepts(request), accessRecord);
        } catch (Throwable e) {
            // Whatever was not caught below, the client gets an answer and the operator a stack trace.
            logError(request, e);
            accessRecord.exception(FailureKind.INTERNAL.code() + ": " + e);
            return internalError();
        }
    }

    private static void logError(Request request, Throwable e) {
        LOG.error("{} {}", request.getMethod(), LogText.cut(request.getHttpURI().asString()), e);
    }

    private String pathUnderMount(Request request) {
        String path = request.getHttpURI().getPath();
        for (MountPath mount : mounts) {
            String remainder = mount.remainder(path);
            if (remainder != null) {
                return remainder;
            }
        }
        return "";
    }

    private void forward(
            Request request, Response response, Callback callback, Forward forward, AccessRecord accessRecord) {
        observe(forward.cause().kind(), accessRecord);
        StandIn standIn = new StandIn(StandIn.Kind.SECONDARY, forward.cause().kind());
        HttpField connection = response.getHeaders().getField(HttpHeader.CONNECTION);
        HeaderStampingResponse marked = new HeaderStampingResponse(request, response, each -> {
            keep(connection, each);
            each.getHeaders().put(StandIn.HEADER, standIn.headerValue());
            nameIgnored(each, accessRecord);
            Variation.mark(each.getHeaders(), forward.varying());
            if (!forward.shareable()) {
                SharedCaches.exclude(each.getHeaders());
            }
            crossOrigin.mark(each);
            NoSniff.mark(each);
        });
        Callback last = Callback.from(
                () -> {
                    marked.mark();
                    ReplyWriter.finish(response, callback);
                },
                callback::failed);
        forwarding.forward(request, marked, last, forward, reply -> {
            response.reset();
            keep(connection, response);
            crossOrigin.mark(response);
            send(request, response, callback, reply, accessRecord);
        });
    }

    /** Puts back what was decided about the connection before. */
    private static void keep(@Nullable HttpField connection, Response response) {
        if (connection != null) {
            response.getHeaders().put(connection);
        }
    }

    private void send(Request request, Response response, Callback callback, Reply reply, AccessRecord accessRecord) {
        String digest = reply.digest();
        if (digest != null) {
            accessRecord.digest(digest);
        }
        if (reply.cacheUse() != CacheUse.UNDEFINED) {
            accessRecord.cacheUse(reply.cacheUse());
        }
        StandIn standIn = reply.standIn();
        if (standIn != null) {
            observe(standIn.cause(), accessRecord);
        }
        nameIgnored(response, accessRecord);
        writer.write(request, response, callback, reply);
    }

    /** Names the commands that did nothing to clients that may know. */
    private static void nameIgnored(Response response, AccessRecord accessRecord) {
        if (accessRecord.ignoredIsPublic() && !accessRecord.ignored().isEmpty()) {
            response.getHeaders().put(IgnoredCommand.HEADER, String.join(",", accessRecord.ignored()));
        }
    }

    private static void observe(FailureKind failure, AccessRecord accessRecord) {
        accessRecord.failure(failure);
        accessRecord.processingStatus(failure.processingStatus());
    }

    /** Returns whether the body can be sent without any class of the bundles that made it. */
    private static boolean outlivesTheHandler(Body body) {
        return body instanceof Body.Bytes
                || (body instanceof Body.Opened opened && opened.channel() instanceof FileChannel);
    }

    private static Reply internalError() {
        byte[] title = FailureKind.INTERNAL.title().getBytes(StandardCharsets.UTF_8);
        return new Reply(
                500,
                PlainText.TYPE,
                new Body.Bytes(title),
                Freshness.NO_STORE,
                null,
                null,
                List.of(),
                CacheUse.UNDEFINED,
                new StandIn(StandIn.Kind.TEXT, FailureKind.INTERNAL));
    }
}
