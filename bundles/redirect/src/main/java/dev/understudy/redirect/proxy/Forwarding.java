package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to the secondary servers, one after the other until one of them begins to answer or the client leaves.
 * It ends exactly once: each attempt does, and there is one at a time.
 */
final class Forwarding {

    private final Request request;
    private final Response response;
    private final FailureKind cause;
    private final Callback callback;
    private final Consumer<Failure> unanswered;
    private final Notes notes;
    private final Iterator<Upstream> upstreams;
    private final long latest;
    private final ClientWatches watches;
    private @Nullable ClientWatch watch;
    private boolean watchEnded;
    private volatile @Nullable Attempt attempt;
    private volatile boolean clientHasLeft;

    /**
     * A request that is about to be forwarded.
     *
     * @param cause why
     * @param callback for when something has been sent to the client, or it has left
     * @param unanswered for when nothing has
     * @param upstreams the servers, in order
     * @param watches notices when the client leaves
     * @param timeouts how long it may take
     */
    Forwarding(
            Request request,
            Response response,
            FailureKind cause,
            Callback callback,
            Consumer<Failure> unanswered,
            List<Upstream> upstreams,
            ClientWatches watches,
            Timeouts timeouts) {
        this.request = request;
        this.response = response;
        this.cause = cause;
        this.callback = callback;
        this.unanswered = unanswered;
        this.notes = new Notes(request);
        this.upstreams = upstreams.iterator();
        this.watches = watches;
        this.latest = System.nanoTime() + timeouts.total().toNanos();
    }

    Request request() {
        return request;
    }

    FailureKind cause() {
        return cause;
    }

    Notes notes() {
        return notes;
    }

    /** Whether nobody waits for the answer any more. */
    boolean clientHasLeft() {
        return clientHasLeft;
    }

    /** How long all of it may still take; never negative. */
    long nanosLeft() {
        return Math.max(0, latest - System.nanoTime());
    }

    /** Sets out. */
    void begin() {
        ask(new Failure.Secondary(
                FailureKind.SECONDARY_UNREACHABLE, "No secondary server is configured any more", null));
    }

    /** Goes on to the next server after one that did not answer. */
    void next(Failure failure) {
        if (clientHasLeft) {
            notes.clientLeft();
            brokenOff(new EofException("The client has left"));
            return;
        }
        if (upstreams.hasNext()) {
            notes.failed(failure);
        }
        ask(failure);
    }

    /** Asks a server that was admitted and could not know that it was asked. */
    void again(Upstream upstream, Breaker.Turn turn) {
        send(upstream, new Attempt(this, upstream, turn, true));
    }

    /** The client has got the answer. */
    void answered() {
        endWatch();
        callback.succeeded();
    }

    /** The client has got a part of the answer, or wants none. */
    void brokenOff(Throwable reason) {
        endWatch();
        callback.failed(reason);
    }

    private void ask(Failure before) {
        Failure last = before;
        while (upstreams.hasNext() && nanosLeft() > 0) {
            Upstream upstream = upstreams.next();
            notes.asks(upstream.secondary());
            Breaker.Turn turn = upstream.admit();
            if (turn != null) {
                send(upstream, new Attempt(this, upstream, turn, false));
                return;
            }
            last = upstream.down(cause);
            if (upstreams.hasNext()) {
                notes.failed(last);
            }
        }
        give(last);
    }

    private void send(Upstream upstream, Attempt next) {
        boolean first = attempt == null;
        attempt = next;
        if (first) {
            watches.begins(this);
        }
        upstream.send(next, response);
        if (clientHasLeft) {
            abort();
        }
    }

    /** Notices from now on when the client leaves, if that still matters. */
    synchronized void watchClient() {
        if (!watchEnded) {
            watch = ClientWatch.begin(request, this::clientLeft);
        }
    }

    private void clientLeft() {
        clientHasLeft = true;
        abort();
    }

    private void abort() {
        Attempt last = attempt;
        if (last != null) {
            last.abort(new EofException("The client has left"));
        }
    }

    /** From now on it does not matter whether the client leaves. */
    void endWatch() {
        ClientWatch ended;
        synchronized (this) {
            watchEnded = true;
            ended = watch;
        }
        if (ended != null) {
            ended.end();
        }
    }

    /** Whoever has sent nothing is on the request's own thread still; all others on one that must not block. */
    private void give(Failure failure) {
        endWatch();
        notes.waited();
        if (attempt == null) {
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
}
