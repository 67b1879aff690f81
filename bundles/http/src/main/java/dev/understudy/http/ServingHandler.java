package dev.understudy.http;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.path.MountPath;
import dev.understudy.http.reply.ConditionalRequests;
import dev.understudy.http.reply.CrossOrigin;
import dev.understudy.http.reply.MethodFilter;
import dev.understudy.http.reply.PlainText;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.LogText;
import dev.understudy.observe.RepeatFilter;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Body;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpField;
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
    private final AnswerSender sender;
    private final RepeatFilter repeats = new RepeatFilter(InstantSource.system());

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
        this.sender = new AnswerSender(forwarding, crossOrigin);
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

    /** Returns the faults that a client asks for; null for none, as nearly always. */
    protected static @Nullable String fault(Request request) {
        for (HttpField field : request.getHeaders()) {
            if (field.getHeader() == null && Call.FAULT.equalsIgnoreCase(field.getName())) {
                return field.getValue() == null ? "" : field.getValue();
            }
        }
        return null;
    }

    /** Returns whether the client has got an answer to the same request before, and wants another one only if that has changed. */
    protected static boolean isRevalidation(Request request) {
        return ConditionalRequests.isRevalidation(request.getHeaders());
    }

    /**
     * Orders a GET or HEAD to be forwarded if that takes no waiting and {@link #answer} would answer the same, for which {@link #answerAtOnce}
     * has no reply.
     *
     * @param forwardable as for {@link #answer}
     * @return null for any other, for which {@link #answer} is called
     */
    protected @Nullable Forward forwardAtOnce(
            Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
        return null;
    }

    @Override
    public final boolean handleAtOnce(Request request, Response response, Callback callback) {
        if (!MethodFilter.passes(request)) {
            return false;
        }
        AccessRecord accessRecord = new AccessRecord();
        Answer answer = answerAtOnce(request, accessRecord);
        if (answer == null) {
            return false;
        }
        crossOrigin.mark(response.getHeaders());
        request.setAttribute(AccessRecord.ATTRIBUTE, accessRecord);
        sender.send(new ServedRequest(request, response, callback, accessRecord, false), answer, this::unanswered);
        return true;
    }

    @Override
    public final boolean handle(Request request, Response response, Callback callback) {
        crossOrigin.mark(response.getHeaders());
        if (MethodFilter.answered(request, response, callback, crossOrigin)) {
            return true;
        }
        AccessRecord accessRecord = new AccessRecord();
        request.setAttribute(AccessRecord.ATTRIBUTE, accessRecord);
        Answer answer = answer(request, accessRecord);
        sender.send(new ServedRequest(request, response, callback, accessRecord, true), answer, this::unanswered);
        return true;
    }

    private @Nullable Answer answerAtOnce(Request request, AccessRecord accessRecord) {
        try {
            String path = pathUnderMount(request);
            Reply reply = answerAtOnce(request, path, accessRecord);
            if (reply != null) {
                return reply;
            }
            Forwardable forwardable = forwarding.accepts(request);
            return forwardable.isPossible() ? forwardAtOnce(request, path, forwardable, accessRecord) : null;
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
            return failed(request, accessRecord, e);
        }
    }

    private Reply unanswered(ServedRequest served, Forward forward, Failure why) {
        try {
            return forward.onNoResponse().apply(why);
        } catch (Throwable e) {
            return failed(served.request(), served.accessRecord(), e);
        }
    }

    /** Whatever was not caught below, the client gets an answer and the operator a stack trace. */
    private Reply failed(Request request, AccessRecord accessRecord, Throwable e) {
        logError(request, e);
        accessRecord.exception(FailureKind.INTERNAL.code() + ": " + e);
        return internalError();
    }

    private void logError(Request request, Throwable e) {
        String more = repeats.pass(e.toString());
        if (more != null) {
            LOG.error(
                    "{} {}{}",
                    request.getMethod(),
                    LogText.cut(request.getHttpURI().asString()),
                    more,
                    e);
        }
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
