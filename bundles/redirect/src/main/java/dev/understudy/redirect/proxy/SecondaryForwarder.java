package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Forwards to secondary servers, once and no further.
 *
 * <p>Source: the reference's page on redirect on error.
 */
final class SecondaryForwarder {

    /** How long closing waits for forwards to end; after that they go on in the background. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final List<HttpHeader> BODY = List.of(HttpHeader.TRANSFER_ENCODING, HttpHeader.EXPECT);

    private final RedirectSettings settings;
    private final Upstreams upstreams;
    private final InFlight inFlight = new InFlight();

    SecondaryForwarder(RedirectSettings settings) {
        this.settings = settings;
        this.upstreams = new Upstreams(settings);
    }

    /** Only requests without a body: of others a part has perhaps been read already. */
    Forwardable accepts(Request request) {
        HttpFields headers = request.getHeaders();
        boolean read = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        boolean body = request.getLength() > 0 || BODY.stream().anyMatch(headers::contains);
        if (!read || body || OneHop.isMarked(headers)) {
            return Forwardable.NO;
        }
        return forAllCatalogs() ? Forwardable.YES : Forwardable.PER_CATALOG;
    }

    /** See {@link ErrorRedirect#forward}; false when this has been closed and does nothing. */
    boolean forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> unanswered) {
        if (!inFlight.enter()) {
            return false;
        }
        if (hasPipe(request)) {
            leaving(unanswered)
                    .accept(new Failure.Secondary(
                            FailureKind.SECONDARY_PATH,
                            "A path with a pipe character (|) cannot be sent to the secondary server",
                            null));
            return true;
        }
        new Forwarding(
                        request,
                        response,
                        forward.cause().kind(),
                        Callback.from(callback, inFlight::leave),
                        leaving(unanswered),
                        upstreams.forTarget(forward.target()),
                        upstreams.watches(),
                        upstreams.timeouts(forward.target()))
                .begin();
        return true;
    }

    List<Secondaries.SecondaryStatus> entries() {
        return upstreams.all().stream().map(Upstream::entry).toList();
    }

    /** See {@link Secondaries#forAllCatalogs}. */
    boolean forAllCatalogs() {
        return !settings.secondaries().isEmpty();
    }

    /** See {@link Secondaries#reset}. */
    int reset() {
        return (int) upstreams.all().stream().filter(Upstream::reset).count();
    }

    private Consumer<Failure> leaving(Consumer<Failure> unanswered) {
        return failure -> {
            try {
                unanswered.accept(failure);
            } finally {
                inFlight.leave();
            }
        };
    }

    /** Lets forwards end, those that hang in the background. */
    void close() {
        if (isDrained(PATIENCE)) {
            upstreams.stop();
            return;
        }
        Thread thread = new Thread(this::stopLater, "understudy-redirect-close");
        thread.setDaemon(true);
        thread.start();
    }

    private void stopLater() {
        isDrained(upstreams.longest());
        upstreams.stop();
    }

    private boolean isDrained(Duration patience) {
        try {
            inFlight.drain().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static boolean hasPipe(Request request) {
        String path = request.getHttpURI().getPath();
        return path.contains("|") || path.toLowerCase(Locale.ROOT).contains("%7c");
    }
}
