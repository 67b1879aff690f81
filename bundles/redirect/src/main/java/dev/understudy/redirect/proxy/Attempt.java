package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.serve.StandIn;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** One request on its way to one secondary server, and that one's answer on the way back. It ends exactly once. */
final class Attempt extends Request.Wrapper implements Callback {

    private final Forwarding forwarding;
    private final Breaker.Turn turn;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean sent;
    private volatile boolean answered;
    private volatile boolean waitsForClient;

    Attempt(Forwarding forwarding, Breaker.Turn turn) {
        super(forwarding.request());
        this.forwarding = forwarding;
        this.turn = turn;
    }

    /** What the client is told about the answer. */
    String standIn() {
        return new StandIn(StandIn.Kind.SECONDARY, forwarding.cause()).headerValue();
    }

    /** How long it may take, nanoseconds. */
    long nanosLeft() {
        return forwarding.nanosLeft();
    }

    /** The request has got a connection. */
    void sent() {
        sent = true;
    }

    /** The answer begins to go to the client; true the first time. */
    boolean answering() {
        boolean first = !answered;
        answered = true;
        return first;
    }

    /** Whether the answer stands still because the client does not take it. */
    void waitsForClient(boolean waits) {
        waitsForClient = waits;
    }

    /** The answer has come, whether or not the client takes it. */
    void received() {
        turn.succeeded();
    }

    @Override
    public void succeeded() {
        if (ended.compareAndSet(false, true)) {
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
        if (waitsForClient || failure.kind() == FailureKind.SECONDARY_BUSY) {
            turn.abandoned();
        } else {
            turn.failed();
        }
        if (answered) {
            if (!waitsForClient) {
                forwarding.observe(failure);
            }
            forwarding.brokenOff(reason);
        } else {
            forwarding.next(failure);
        }
    }
}
