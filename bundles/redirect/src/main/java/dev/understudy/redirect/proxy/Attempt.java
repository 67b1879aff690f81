package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** One request on its way to one secondary server, and that one's answer on the way back. It ends exactly once. */
final class Attempt extends Request.Wrapper implements Callback {

    private final Forwarding forwarding;
    private final Upstream upstream;
    private final Breaker.Turn turn;
    private final boolean second;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile org.eclipse.jetty.client.@Nullable Request request;
    private volatile boolean sent;
    private volatile @Nullable UsedConnection used;
    private volatile boolean answered;
    private volatile boolean received;
    private volatile boolean endsWithConnection;
    private volatile boolean waitsForClient;

    /**
     * An attempt that is about to be made.
     *
     * @param second whether the same has been tried before, over a connection that was just being closed
     */
    Attempt(Forwarding forwarding, Upstream upstream, Breaker.Turn turn, boolean second) {
        super(forwarding.request());
        this.forwarding = forwarding;
        this.upstream = upstream;
        this.turn = turn;
        this.second = second;
    }

    /** What the client is told about the answer. */
    String standIn() {
        return new StandIn(StandIn.Kind.SECONDARY, forwarding.cause()).headerValue();
    }

    /** How long it may take, nanoseconds. */
    long nanosLeft() {
        return forwarding.nanosLeft();
    }

    /** Whether no connection will do that has been used before. */
    boolean wantsFreshConnection() {
        return second;
    }

    /** This is what goes to the secondary server. */
    void sends(org.eclipse.jetty.client.Request newRequest) {
        request = newRequest;
    }

    /** Nobody waits for the answer any more. */
    void abort(Throwable reason) {
        org.eclipse.jetty.client.Request aborted = request;
        if (aborted != null) {
            // Too late when it has ended; then nothing is left to do.
            CompletableFuture<Boolean> unused = aborted.abort(reason);
        }
    }

    /** The request has got a connection. */
    void sent() {
        sent = true;
        org.eclipse.jetty.client.Request begun = request;
        used = begun == null ? null : UsedConnection.of(begun);
    }

    /** Whether it has. */
    boolean isSent() {
        return sent;
    }

    /** The answer begins to go to the client; true the first time. */
    boolean answering() {
        boolean first = !answered;
        if (first) {
            answered = true;
            forwarding.notes().waited();
        }
        return first;
    }

    /** Nothing tells the client that it has all of the answer but the end of the connection. */
    void endsWithConnection() {
        endsWithConnection = true;
    }

    /** Whether the answer stands still because the client does not take it. */
    void waitsForClient(boolean waits) {
        waitsForClient = waits;
    }

    /** The answer has come whole. A client that leaves from now on may have all of it. */
    void received() {
        received = true;
        forwarding.endWatch();
        upstream.received(turn);
    }

    @Override
    public void succeeded() {
        if (ended.compareAndSet(false, true)) {
            upstream.answered(forwarding.cause());
            forwarding.answered();
        }
    }

    /** The answer breaks off; or has never begun, and another server may have a better one. */
    @Override
    public void failed(Throwable reason) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Failure failure = SecondaryFailures.of(reason, sent);
        boolean clientLeft = received || waitsForClient || forwarding.clientHasLeft();
        if (!clientLeft && cameTooLate(failure)) {
            forwarding.again(upstream, turn);
            return;
        }
        if (clientLeft) {
            upstream.left(turn, forwarding.cause());
        } else {
            upstream.failed(turn, forwarding.cause(), failure);
        }
        if (!answered) {
            forwarding.next(failure);
            return;
        }
        if (clientLeft) {
            forwarding.notes().clientLeft();
        } else {
            forwarding.notes().brokeOff(failure);
        }
        if (endsWithConnection) {
            forwarding.endWatch();
            ConnectionReset.of(this);
        }
        forwarding.brokenOff(reason);
    }

    /** Whether the server had closed the connection before the request came; RFC 9110, section 9.2.2. */
    private boolean cameTooLate(Failure failure) {
        UsedConnection connection = used;
        return !second
                && failure.kind() == FailureKind.SECONDARY_BROKEN
                && connection != null
                && connection.hasBroughtNothing()
                && forwarding.nanosLeft() > 0;
    }
}
