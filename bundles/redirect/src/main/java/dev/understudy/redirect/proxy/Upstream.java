package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.LifeCycle;

/** A secondary server with all that is kept for it alone: connections, threads, a queue, a breaker. */
final class Upstream {

    private final Secondary secondary;
    private final Timeouts timeouts;
    private final HttpClient client;
    private final SecondaryProxy proxy;
    private final Breaker breaker;
    private volatile long lastUse;

    Upstream(Secondary secondary, Timeouts timeouts, BreakerSettings breaker) {
        this.secondary = secondary;
        this.timeouts = timeouts;
        this.client = SecondaryClient.start(timeouts);
        this.proxy = new SecondaryProxy(secondary, timeouts, client);
        this.breaker = new Breaker(breaker, System::nanoTime);
    }

    Secondary secondary() {
        return secondary;
    }

    Timeouts timeouts() {
        return timeouts;
    }

    Breaker breaker() {
        return breaker;
    }

    /** It is about to be asked. */
    void use() {
        lastUse = System.nanoTime();
    }

    /** Whether it has not been asked for so long. */
    boolean isUnused(Duration time) {
        return System.nanoTime() - lastUse > time.toNanos();
    }

    /** Sends a request; its attempt is told what comes of it. */
    void send(Attempt attempt, Response response) {
        try {
            proxy.handle(attempt, response, attempt);
        } catch (RuntimeException e) {
            attempt.failed(e);
        }
    }

    void stop() {
        LifeCycle.stop(client);
    }
}
