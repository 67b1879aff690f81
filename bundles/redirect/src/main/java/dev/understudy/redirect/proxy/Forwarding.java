package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Observation;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One request on its way to the secondary servers, one after the other until one of them begins to answer. It ends exactly
 * once: each attempt does, and there is one at a time.
 */
final class Forwarding {

    private final Request request;
    private final Response response;
    private final FailureKind cause;
    private final Callback callback;
    private final Consumer<Failure> unanswered;
    private final Iterator<Upstream> upstreams;
    private final long latest;
    /** Only one attempt is under way at a time, and it ends before the next begins. */
    private volatile boolean asked;

    private volatile boolean sent;

    /**
     * A request that is about to be forwarded.
     *
     * @param cause why
     * @param callback for when something has been sent to the client
     * @param unanswered for when nothing has
     * @param upstreams the servers, in order
     * @param timeouts how long it may take
     */
    Forwarding(
            Request request,
            Response response,
            FailureKind cause,
            Callback callback,
            Consumer<Failure> unanswered,
            List<Upstream> upstreams,
            Timeouts timeouts) {
        this.request = request;
        this.response = response;
        this.cause = cause;
        this.callback = callback;
        this.unanswered = unanswered;
        this.upstreams = upstreams.iterator();
        this.latest = System.nanoTime() + timeouts.total().toNanos();
    }

    Request request() {
        return request;
    }

    FailureKind cause() {
        return cause;
    }

    /** How long all of it may still take; never negative. */
    long nanosLeft() {
        return Math.max(0, latest - System.nanoTime());
    }

    /** Sets out. */
    void begin() {
        next(new Failure.Secondary(
                FailureKind.SECONDARY_UNREACHABLE, "No secondary server is configured any more", null));
    }

    /**
     * Asks the next server that may be asked.
     *
     * @param failure why the one before did not answer; the request's own if there is none left
     */
    void next(Failure failure) {
        Failure last = failure;
        while (upstreams.hasNext() && nanosLeft() > 0) {
            Upstream upstream = upstreams.next();
            observe(upstream, last);
            Breaker.Turn turn = upstream.breaker().admit();
            if (turn != null) {
                sent = true;
                upstream.send(new Attempt(this, turn), response);
                return;
            }
            last = new Failure.Secondary(
                    FailureKind.SECONDARY_DOWN,
                    "The secondary server at " + upstream.secondary() + " is not asked after several failures",
                    null);
        }
        give(last);
    }

    /** Whoever has sent nothing is on the request's own thread still; all others on one that must not block. */
    private void give(Failure failure) {
        if (!sent) {
            unanswered.accept(failure);
            return;
        }
        try {
            request.getComponents().getExecutor().execute(() -> unanswered.accept(failure));
        } catch (RejectedExecutionException e) {
            // The server stops, so nobody minds who waits.
            unanswered.accept(failure);
        }
    }

    private void observe(Upstream upstream, Failure before) {
        if (request.getAttribute(Observation.ATTRIBUTE) instanceof Observation observation) {
            observation.context(upstream.secondary().toString());
            if (asked) {
                observation.exception(before.kind().code() + ": " + before.message());
            }
        }
        asked = true;
    }

    /** The answer breaks off, and nobody else will tell why. */
    void observe(Failure failure) {
        if (request.getAttribute(Observation.ATTRIBUTE) instanceof Observation observation) {
            observation.exception(failure.kind().code() + ": " + failure.message());
            observation.processingStatus(failure.kind().processingStatus());
        }
    }

    /** The client has got the answer. */
    void answered() {
        callback.succeeded();
    }

    /** The client has got a part of the answer. */
    void brokenOff(Throwable reason) {
        callback.failed(reason);
    }
}
