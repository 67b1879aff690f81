package dev.understudy.redirect.exchange;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.redirect.breaker.BreakerPermit;
import dev.understudy.redirect.client.ReusedConnection;
import dev.understudy.redirect.client.SecondaryFailures;
import dev.understudy.redirect.proxy.ProxyExchange;
import dev.understudy.redirect.upstream.Upstream;
import dev.understudy.serve.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The exchange with one secondary server: a request on its way there, and the answer on the way back; ends exactly once. */
final class UpstreamExchange extends Request.Wrapper implements ProxyExchange {

    private final ForwardedRequest forwarded;
    private final Upstream upstream;
    private final BreakerPermit permit;
    private final boolean repeated;
    private final ExchangeListener listener;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile org.eclipse.jetty.client.@Nullable Request request;
    private volatile boolean connected;
    private volatile @Nullable ReusedConnection reused;
    private volatile boolean answerBegun;
    private volatile boolean answerReceived;
    private volatile boolean answerUndelimited;
    private volatile boolean clientWait;

    /**
     * Creates an exchange that has not begun.
     *
     * @param permit of the upstream
     * @param repeated whether the server has been asked before, over a connection that it was just closing
     * @param listener for the end
     */
    UpstreamExchange(
            ForwardedRequest forwarded,
            Upstream upstream,
            BreakerPermit permit,
            boolean repeated,
            ExchangeListener listener) {
        super(forwarded.request());
        this.forwarded = forwarded;
        this.upstream = upstream;
        this.permit = permit;
        this.repeated = repeated;
        this.listener = listener;
    }

    @Override
    public String standIn() {
        return new StandIn(StandIn.Kind.SECONDARY, forwarded.cause()).headerValue();
    }

    @Override
    public long nanosLeft() {
        return forwarded.nanosLeft();
    }

    @Override
    public boolean needsFreshConnection() {
        return repeated;
    }

    @Override
    public void onPrepared(org.eclipse.jetty.client.Request prepared) {
        request = prepared;
    }

    @Override
    public void abort(Throwable reason) {
        org.eclipse.jetty.client.Request aborted = request;
        if (aborted != null) {
            // Whether it was too late does not matter: then the exchange has ended.
            CompletableFuture<Boolean> unused = aborted.abort(reason);
        }
    }

    @Override
    public void onConnected() {
        connected = true;
        org.eclipse.jetty.client.Request begun = request;
        reused = begun == null ? null : ReusedConnection.of(begun);
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public boolean onAnswerBegin() {
        boolean first = !answerBegun;
        if (first) {
            answerBegun = true;
            forwarded.log().recordWait();
        }
        return first;
    }

    @Override
    public void onUndelimitedAnswer() {
        answerUndelimited = true;
    }

    @Override
    public void onClientWait(boolean waits) {
        clientWait = waits;
    }

    /** Ends the watch of the client, which may leave from now on because it has the whole answer. */
    @Override
    public void onAnswerReceived() {
        answerReceived = true;
        forwarded.client().end();
        upstream.onAnswerReceived(permit);
    }

    @Override
    public void succeeded() {
        if (ended.compareAndSet(false, true)) {
            upstream.onAnswered(forwarded.cause());
            listener.onAnswered();
        }
    }

    /** Reports an answer that broke off, or one that never began, so that another server may be asked. */
    @Override
    public void failed(Throwable reason) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        Failure failure = SecondaryFailures.of(reason, connected);
        boolean clientLeft = answerReceived || clientWait || forwarded.client().hasLeft();
        if (!clientLeft && wasStale(failure)) {
            listener.onStaleConnection(upstream, permit);
            return;
        }
        if (clientLeft) {
            upstream.onClientLeft(permit, forwarded.cause());
        } else {
            upstream.onFailed(permit, forwarded.cause(), failure);
        }
        if (!answerBegun) {
            listener.onUnanswered(failure);
            return;
        }
        if (clientLeft) {
            forwarded.log().recordClientLeft();
        } else {
            forwarded.log().recordBrokenAnswer(failure);
        }
        if (answerUndelimited) {
            forwarded.client().end();
            ConnectionReset.reset(this);
        }
        listener.onBrokenOff(reason);
    }

    /** Returns whether the server had closed the connection before the request arrived; RFC 9110, section 9.2.2. */
    private boolean wasStale(Failure failure) {
        ReusedConnection connection = reused;
        return !repeated
                && failure.kind() == FailureKind.SECONDARY_BROKEN
                && connection != null
                && connection.isSilent()
                && forwarded.nanosLeft() > 0;
    }
}
