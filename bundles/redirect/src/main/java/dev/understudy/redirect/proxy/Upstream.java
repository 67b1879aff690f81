package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.component.LifeCycle;

/** A secondary server with all that is kept for it alone: connections, threads, a queue, a breaker. */
final class Upstream {

    private final Secondary secondary;
    private final HttpClient client;
    private final SecondaryProxy proxy;
    private final Breaker breaker;

    Upstream(Secondary secondary, Timeouts timeouts, BreakerSettings breaker) {
        this.secondary = secondary;
        this.client = SecondaryClient.start(timeouts);
        this.proxy = new SecondaryProxy(secondary, timeouts, client);
        this.breaker = new Breaker(breaker, System::nanoTime);
    }

    Secondary secondary() {
        return secondary;
    }

    Breaker breaker() {
        return breaker;
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
