package dev.understudy.redirect.exchange;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.redirect.breaker.BreakerPermit;
import dev.understudy.redirect.client.RequestFault;
import dev.understudy.redirect.client.RequestHead;
import dev.understudy.redirect.client.ReusedConnection;
import dev.understudy.redirect.client.SecondaryFailures;
import dev.understudy.redirect.proxy.ProxyExchange;
import dev.understudy.redirect.upstream.Upstream;
import dev.understudy.serve.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
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
    private volatile Scheduler.@Nullable Task limit;
    private volatile long connectedAt;
    private volatile long clientWaitBefore;
    /** Since when the server is waited for, for the answer or its next part. */
    private volatile long waitingSince;

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
    public boolean needsFreshConnection() {
        return repeated;
    }

    @Override
    public void onPrepared(org.eclipse.jetty.client.Request prepared) {
        request = prepared;
        limitTime();
    }

    private void limitTime() {
        long left = forwarded.nanosLeft();
        if (left == 0) {
            abort(timeIsOver());
            return;
        }
        Scheduler.Task next = upstream.timer().schedule(this::limitTime, left, TimeUnit.NANOSECONDS);
        limit = next;
        if (ended.get()) {
            next.cancel();
        }
    }

    /** A server that has had less time than it may take, since others were asked before or the client took it, is not to blame. */
    private Throwable timeIsOver() {
        long had = System.nanoTime() - connectedAt - (forwarded.clock().clientWait() - clientWaitBefore);
        String what = "the time for the whole answer is over";
        return connected && had >= upstream.timeouts().socket().toNanos()
                ? new TotalTimeoutException(what)
                : new RequestFault(RequestFault.Reason.NO_TIME, what);
    }

    private static final class TotalTimeoutException extends TimeoutException {

        private static final long serialVersionUID = 1L;

        TotalTimeoutException(String message) {
            super(message);
        }
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
        connectedAt = System.nanoTime();
        waitingSince = connectedAt;
        clientWaitBefore = forwarded.clock().clientWait();
        connected = true;
        forwarded.log().recordSent();
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
    public void onEntityTag(String tag) {
        forwarded.log().recordEntityTag(tag);
    }

    @Override
    public void onUndelimitedAnswer() {
        answerUndelimited = true;
    }

    @Override
    public void onClientWait(boolean waits) {
        if (!waits) {
            waitingSince = System.nanoTime();
        }
        clientWait = waits;
        forwarded.clock().onClientWait(waits);
        permit.clientWaits(waits);
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
            cancelLimit();
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
        cancelLimit();
        Failure failure = SecondaryFailures.of(reason, connected);
        if (wasTried(failure)) {
            forwarded.log().recordSent();
        }
        boolean clientLeft = answerReceived || clientWait || forwarded.client().hasLeft();
        if (!clientLeft && wasStale(failure)) {
            listener.onStaleConnection(upstream, permit);
            return;
        }
        if (clientLeft) {
            upstream.onClientLeft(permit, forwarded.cause());
        } else if (isServersFault(reason, failure)) {
            upstream.onFailed(permit, forwarded.cause(), failure);
        } else {
            upstream.onBlameless(permit, forwarded.cause(), failure);
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
                && !answerBegun
                && failure.kind() == FailureKind.SECONDARY_BROKEN
                && connection != null
                && connection.isSilent()
                && forwarded.nanosLeft() > 0;
    }

    private static boolean wasTried(Failure failure) {
        return failure.kind() == FailureKind.SECONDARY_UNREACHABLE || failure.kind() == FailureKind.SECONDARY_TIMEOUT;
    }

    /** Returns whether the failure says something about the server, and not about the request, its client or this server. */
    private boolean isServersFault(Throwable reason, Failure failure) {
        if (reason instanceof RequestFault || failure.kind() == FailureKind.SECONDARY_BUSY) {
            return false;
        }
        if (!connected || reason instanceof TotalTimeoutException) {
            return true;
        }
        if (failure.kind() == FailureKind.SECONDARY_TIMEOUT) {
            // The clock of the connection goes on while the client is waited for.
            return System.nanoTime() - waitingSince
                    >= upstream.timeouts().socket().toNanos() / 2;
        }
        org.eclipse.jetty.client.Request sent = request;
        return sent == null || RequestHead.isOrdinary(sent);
    }

    private void cancelLimit() {
        Scheduler.Task last = limit;
        if (last != null) {
            last.cancel();
        }
    }
}
