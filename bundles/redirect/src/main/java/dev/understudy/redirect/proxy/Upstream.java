package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secondary server with all that is kept for it alone: connections, threads, a queue, a breaker, a tally. */
final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);

    private final Secondary secondary;
    private final Timeouts timeouts;
    private final BreakerSettings settings;
    private final HttpClient client;
    private final SecondaryProxy proxy;
    private final Breaker breaker;
    private final Tally tally = new Tally(Clock.systemUTC());
    private volatile long lastUse;

    Upstream(Secondary secondary, Timeouts timeouts, BreakerSettings breaker, Scheduler timer) {
        this.secondary = secondary;
        this.timeouts = timeouts;
        this.settings = breaker;
        this.client = SecondaryClient.start(timeouts, timer);
        this.proxy = new SecondaryProxy(secondary, timeouts, client);
        this.breaker = new Breaker(breaker, System::nanoTime);
    }

    Secondary secondary() {
        return secondary;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    /** It is about to be asked. */
    void use() {
        lastUse = System.nanoTime();
    }

    /** Whether it has not been asked for so long. */
    boolean isUnused(Duration time) {
        return System.nanoTime() - lastUse > time.toNanos();
    }

    /** Whether a request may be sent: a turn if so, and it is counted as under way; else null. */
    Breaker.@Nullable Turn admit() {
        Breaker.Turn turn = breaker.admit();
        if (turn != null) {
            tally.begins();
        }
        return turn;
    }

    /** A request that was not admitted has failed so. */
    Failure down(FailureKind cause) {
        Failure down = new Failure.Secondary(
                FailureKind.SECONDARY_DOWN,
                "The secondary server at " + secondary + " is not asked after several failures",
                null);
        tally.notSent(cause, down);
        return down;
    }

    /** Sends a request; its attempt is told what comes of it. */
    void send(Attempt attempt, Response response) {
        try {
            proxy.handle(attempt, response, attempt);
        } catch (RuntimeException e) {
            attempt.failed(e);
        }
    }

    /** An answer has come whole. */
    void received(Breaker.Turn turn) {
        if (turn.succeeded()) {
            LOG.info("The secondary server at {} answers again", secondary);
        }
    }

    /** And the client has got it. */
    void answered(FailureKind cause) {
        tally.answered(cause);
    }

    /** The client has not waited for it. */
    void left(Breaker.Turn turn, FailureKind cause) {
        turn.abandoned();
        tally.left(cause);
    }

    /** There is none, or it breaks off. */
    void failed(Breaker.Turn turn, FailureKind cause, Failure failure) {
        if (failure.kind() == FailureKind.SECONDARY_BUSY) {
            turn.abandoned();
            tally.turnedAway(cause, failure);
            return;
        }
        tally.failed(cause, failure);
        if (turn.failed()) {
            LOG.warn(
                    "The secondary server at {} is left alone for {} ms after {} failures in a row, the last: {}: {}",
                    secondary,
                    settings.open().toMillis(),
                    settings.failures(),
                    failure.kind().code(),
                    failure.message());
        }
    }

    /** How it is. */
    Secondaries.SecondaryStatus entry() {
        return new Secondaries.SecondaryStatus(
                secondary.toString(),
                timeouts.connect(),
                timeouts.socket(),
                tally.reachable(),
                breaker.state(),
                tally.underWay(),
                tally.last(),
                tally.counts());
    }

    /** Has it asked again; whether it was left alone. */
    boolean reset() {
        return breaker.reset();
    }

    void stop() {
        LifeCycle.stop(client);
    }
}
