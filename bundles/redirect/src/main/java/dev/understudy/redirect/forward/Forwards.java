package dev.understudy.redirect.forward;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.RawTarget;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.exchange.FailoverExchange;
import dev.understudy.redirect.exchange.ForwardedRequest;
import dev.understudy.redirect.proxy.LoopGuard;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.upstream.Upstream;
import dev.understudy.redirect.upstream.Upstreams;
import dev.understudy.redirect.watch.WatchScheduler;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import java.time.Duration;
import java.util.List;
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
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The forwards to secondary servers by one set of settings, from when the settings come until the last forward has ended.
 *
 * <p>Source: the reference's page on redirect on error.
 */
final class Forwards {

    /** How long closing waits for forwards to end, before it lets them go on in the background. */
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(1);

    private final RedirectSettings settings;
    private final Scheduler timer = new ScheduledExecutorScheduler("understudy-redirect-timer", true);
    private final WatchScheduler watches = new WatchScheduler(timer);
    private final Upstreams upstreams;
    private final InFlight inFlight = new InFlight();

    Forwards(RedirectSettings settings) {
        this.settings = settings;
        LifeCycle.start(timer);
        this.upstreams = new Upstreams(settings, timer);
    }

    /**
     * Returns whether a request may be forwarded; none with a body, since a part of that may have been read already, and none that has
     * been forwarded before.
     */
    Forwardable accepts(Request request) {
        HttpFields headers = request.getHeaders();
        boolean read = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        boolean body = request.getLength() > 0
                || headers.contains(HttpHeader.TRANSFER_ENCODING)
                || headers.contains(HttpHeader.EXPECT);
        Forwardable others = forAllCatalogs() ? Forwardable.YES : Forwardable.PER_CATALOG;
        return !read || body || LoopGuard.isMarked(headers) ? others.barred() : others;
    }

    /** Forwards a request, as {@link ReloadableForwarder#forward} says; returns false, and does nothing, when closed. */
    boolean forward(
            Request request, Response response, Callback callback, Forward forward, Consumer<Failure> onNoResponse) {
        if (!inFlight.enter()) {
            return false;
        }
        String obstacle = obstacle(request);
        if (obstacle != null) {
            leavingAfter(onNoResponse).accept(new Failure.SecondaryFailure(FailureKind.SECONDARY_PATH, obstacle, null));
            return true;
        }
        List<Upstream> servers = upstreams.forTarget(forward.target());
        ForwardedRequest forwarded =
                ForwardedRequest.begin(request, forward.cause().kind(), watches, upstreams.timeouts(forward.target()));
        Callback leaving = Callback.from(callback, inFlight::leave);
        new FailoverExchange(forwarded, response, leaving, leavingAfter(onNoResponse), servers).begin();
        return true;
    }

    private Consumer<Failure> leavingAfter(Consumer<Failure> onNoResponse) {
        return failure -> {
            try {
                onNoResponse.accept(failure);
            } finally {
                inFlight.leave();
            }
        };
    }

    /** Returns why the request cannot be sent, or null. */
    private static @Nullable String obstacle(Request request) {
        if (hasPipe(request)) {
            return "A path with a pipe character (|) cannot be sent to the secondary server";
        }
        return RawTarget.isLost(request)
                ? "A path or query with bytes that are no UTF-8 cannot be sent to the secondary server unless they are encoded"
                : null;
    }

    private static boolean hasPipe(Request request) {
        String path = request.getHttpURI().getPath();
        return path.contains("|") || path.contains("%7c") || path.contains("%7C");
    }

    /** Returns the state of each server, as {@link Secondaries#entries} says. */
    List<Secondaries.SecondaryStatus> entries() {
        return upstreams.all().stream().map(Upstream::status).toList();
    }

    /** Returns whether the requests of all catalogs may be forwarded, as {@link Secondaries#forAllCatalogs} says. */
    boolean forAllCatalogs() {
        return !settings.secondaries().isEmpty();
    }

    /** Closes all breakers, as {@link Secondaries#reset} says. */
    int reset() {
        return (int) upstreams.all().stream().filter(Upstream::reset).count();
    }

    /** Lets the forwards under way end, in the background if they take long; no others begin. */
    void close() {
        if (isDrained(CLOSE_WAIT)) {
            stop();
            return;
        }
        Thread thread = new Thread(this::stopLater, "understudy-redirect-close");
        thread.setDaemon(true);
        thread.start();
    }

    private void stopLater() {
        isDrained(upstreams.longest());
        stop();
    }

    private void stop() {
        upstreams.stop();
        LifeCycle.stop(timer);
    }

    private boolean isDrained(Duration wait) {
        try {
            inFlight.drain().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
