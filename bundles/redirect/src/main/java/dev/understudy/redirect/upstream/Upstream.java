package dev.understudy.redirect.upstream;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.breaker.Breaker;
import dev.understudy.redirect.breaker.BreakerPermit;
import dev.understudy.redirect.client.SecondaryClient;
import dev.understudy.redirect.log.ForwardStats;
import dev.understudy.redirect.proxy.ProxyExchange;
import dev.understudy.redirect.proxy.SecondaryProxy;
import dev.understudy.redirect.settings.BreakerSettings;
import dev.understudy.redirect.settings.Timeouts;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secondary server with all that belongs to it alone: connections, threads, a queue, a breaker, statistics. */
public final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

    private final Secondary secondary;
    private final Timeouts timeouts;
    private final BreakerSettings settings;
    private final HttpClient client;
    private final SecondaryProxy proxy;
    private final Scheduler timer;
    private final Breaker breaker;
    private final ForwardStats stats = new ForwardStats(Clock.systemUTC());
    private volatile long lastUse;

    Upstream(Secondary secondary, Timeouts timeouts, BreakerSettings breaker, Scheduler timer) {
        this.secondary = secondary;
        this.timeouts = timeouts;
        this.settings = breaker;
        this.timer = timer;
        this.client = SecondaryClient.start(secondary.scheme().equals("https"), timeouts, timer);
        this.proxy = new SecondaryProxy(secondary, timeouts, client);
        this.breaker = new Breaker(breaker, System::nanoTime);
    }

    /** Returns the server's address. */
    public Secondary secondary() {
        return secondary;
    }

    /** Returns the timer for whatever is done later. */
    public Scheduler timer() {
        return timer;
    }

    /** Returns how long requests may take. */
    public Timeouts timeouts() {
        return timeouts;
    }

    /** Notes that the server is about to be asked. */
    void touch() {
        lastUse = System.nanoTime();
    }

    /** Returns whether the server has not been asked for so long. */
    boolean isUnused(Duration time) {
        return System.nanoTime() - lastUse > time.toNanos();
    }

    /**
     * Admits a request, which counts as under way until its outcome is reported here.
     *
     * @return the permit for it; null while the breaker is open
     */
    public @Nullable BreakerPermit admit() {
        BreakerPermit permit = breaker.admit();
        if (permit != null) {
            stats.recordBegin();
        }
        return permit;
    }

    /** Records that a request was not admitted, and returns the failure. */
    public Failure refuse(FailureKind cause) {
        Failure down = new Failure.SecondaryFailure(
                FailureKind.SECONDARY_DOWN,
                "The secondary server at " + secondary
                        + " gets no requests for a while after several failures in a row",
                null);
        stats.recordNotSent(cause, down);
        return down;
    }

    /** Sends an admitted request, which is told of each step and of the end. */
    public void send(ProxyExchange exchange, Response response) {
        proxy.send(exchange, response);
    }

    /** Reports that the whole answer has arrived. */
    public void onAnswerReceived(BreakerPermit permit) {
        if (permit.succeeded()) {
            LOG.info("The secondary server at {} answers again", secondary);
        }
    }

    /** Reports that the client has got the whole answer. */
    public void onAnswered(FailureKind cause) {
        stats.recordAnswer(cause);
    }

    /** Reports that the client did not wait for the end of the answer. */
    public void onClientLeft(BreakerPermit permit, FailureKind cause) {
        permit.abandoned();
        stats.recordClientLeft(cause);
    }

    /** Reports that there is no answer, or that it broke off, for which the server is not to blame. */
    public void onBlameless(BreakerPermit permit, FailureKind cause, Failure failure) {
        permit.abandoned();
        stats.recordBlameless(cause, failure);
    }

    /** Reports that the server gave no answer, or that it broke off. */
    public void onFailed(BreakerPermit permit, FailureKind cause, Failure failure) {
        stats.recordFailure(cause, failure);
        if (permit.failed()) {
            LOG.warn(
                    "The secondary server at {} gets no requests for {} ms after {} failures in a row, the last: {}: {}",
                    secondary,
                    settings.open().toMillis(),
                    settings.failures(),
                    failure.kind().code(),
                    failure.message());
        }
    }

    /** Returns the server's state and counts. */
    public Secondaries.SecondaryStatus status() {
        return new Secondaries.SecondaryStatus(
                secondary.toString(),
                timeouts.connect(),
                timeouts.socket(),
                stats.reachable(),
                breaker.state(),
                stats.underWay(),
                stats.last(),
                stats.counts());
    }

    /** Closes the breaker; returns whether it was open. */
    public boolean reset() {
        return breaker.reset();
    }

    void stop() {
        LifeCycle.stop(client);
    }
}
