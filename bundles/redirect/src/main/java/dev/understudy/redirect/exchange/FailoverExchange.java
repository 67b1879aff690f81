package dev.understudy.redirect.exchange;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.redirect.breaker.BreakerPermit;
import dev.understudy.redirect.upstream.Upstream;
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
 * Asks one secondary server after the other until one begins to answer, the client leaves, or none is left. Ends exactly once,
 * because each {@link UpstreamExchange} does and there is one at a time.
 */
public final class FailoverExchange implements ExchangeListener {

    private final ForwardedRequest forwarded;
    private final Response response;
    private final Callback callback;
    private final Consumer<Failure> onNoResponse;
    private final Iterator<Upstream> upstreams;
    private volatile @Nullable UpstreamExchange current;

    /**
     * Creates an exchange that has not begun.
     *
     * @param callback completed when something has been sent to the client, or the client has left
     * @param onNoResponse called when nothing has been sent to the client and no server is left
     * @param upstreams the servers, in the order in which they are asked
     */
    public FailoverExchange(
            ForwardedRequest forwarded,
            Response response,
            Callback callback,
            Consumer<Failure> onNoResponse,
            List<Upstream> upstreams) {
        this.forwarded = forwarded;
        this.response = response;
        this.callback = callback;
        this.onNoResponse = onNoResponse;
        this.upstreams = upstreams.iterator();
    }

    /** Asks the first server. */
    public void begin() {
        askNext(new Failure.SecondaryFailure(
                FailureKind.SECONDARY_UNREACHABLE, "No secondary server is configured any more", null));
    }

    @Override
    public void onUnanswered(Failure failure) {
        if (forwarded.client().hasLeft()) {
            forwarded.log().recordClientLeft();
            onBrokenOff(clientHasLeft());
            return;
        }
        if (upstreams.hasNext()) {
            forwarded.log().recordFailure(failure);
        }
        askNext(failure);
    }

    @Override
    public void onStaleConnection(Upstream upstream, BreakerPermit permit) {
        send(upstream, new UpstreamExchange(forwarded, upstream, permit, true, this));
    }

    @Override
    public void onAnswered() {
        forwarded.client().end();
        callback.succeeded();
    }

    @Override
    public void onBrokenOff(Throwable reason) {
        forwarded.client().end();
        callback.failed(reason);
    }

    private void askNext(Failure before) {
        Failure last = before;
        while (upstreams.hasNext() && forwarded.nanosLeft() > 0) {
            Upstream upstream = upstreams.next();
            forwarded.log().recordServer(upstream.secondary());
            BreakerPermit permit = upstream.admit();
            if (permit != null) {
                send(upstream, new UpstreamExchange(forwarded, upstream, permit, false, this));
                return;
            }
            last = upstream.refuse(forwarded.cause());
            if (upstreams.hasNext()) {
                forwarded.log().recordFailure(last);
            }
        }
        endWithoutResponse(last);
    }

    private void send(Upstream upstream, UpstreamExchange next) {
        boolean first = current == null;
        current = next;
        if (first) {
            forwarded.client().watch(this::abort);
        }
        upstream.send(next, response);
        if (forwarded.client().hasLeft()) {
            abort();
        }
    }

    private void abort() {
        UpstreamExchange last = current;
        if (last != null) {
            last.abort(clientHasLeft());
        }
    }

    private static EofException clientHasLeft() {
        return new EofException("The client has left");
    }

    /** Calls back on the request's own thread if no request was sent; on another thread else, as this one must not block. */
    private void endWithoutResponse(Failure failure) {
        forwarded.client().end();
        forwarded.log().recordWait();
        if (current == null) {
            onNoResponse.accept(failure);
            return;
        }
        Request request = forwarded.request();
        try {
            request.getComponents().getExecutor().execute(() -> onNoResponse.accept(failure));
        } catch (RejectedExecutionException e) {
            // The server stops, so blocking does no harm.
            onNoResponse.accept(failure);
        }
    }
}
