package dev.understudy.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.FixedHandler;
import dev.understudy.http.LocalServer;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.RequestLoad.RequestFigures;
import dev.understudy.observe.ServingListener;
import dev.understudy.observe.ServingListeners;
import dev.understudy.serve.Reply;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What listeners hear of requests, and what is known of those at work. */
@Timeout(60)
class FinishedRequestsTest {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final class Recorder implements ServingListener {
        @Override
        public void onRequest(
                String method, String mount, int status, long nanos, @Nullable AccessRecord accessRecord) {
            heard.add(method + " '" + mount + "' " + status + " " + (nanos > 0) + " "
                    + (accessRecord == null ? "unknown" : accessRecord.requestType()));
        }
    }

    @Test
    void eachRequestIsHeardOfWithItsMount() throws Exception {
        ServingListeners listeners = new ServingListeners();
        listeners.add(new Recorder());
        FinishedRequests finished = new FinishedRequests(listeners);
        try (LocalServer server = LocalServer.of(
                "/is/image", new FixedHandler((path, query, forwardable) -> Reply.of("image/png", new byte[3])))) {
            server.server.setRequestLog(finished::tell);
            server.get("/is/image/a");
            server.send("DELETE /is/image/a");
            server.get("/elsewhere");
            // A client has its answer before listeners hear of it.
            Set<String> all = new TreeSet<>();
            for (int i = 0; i < 3; i++) {
                all.add(heard.poll(30, TimeUnit.SECONDS));
            }
            assertEquals(
                    Set.of(
                            "GET '/is/image' 200 true IMG",
                            "DELETE '/is/image' 405 true unknown",
                            "GET '' 404 true unknown"),
                    all);
        }
    }

    @Test
    void theOldestRequestThatWaitsIsKnown() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        FixedHandler waiting = new FixedHandler((path, query, forwardable) -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.of("image/png", new byte[3]);
        });
        try (LocalServer server = LocalServer.of("/is/image", waiting)) {
            assertEquals(new RequestFigures(0, Duration.ZERO), server.dispatcher.requests());
            CountDownLatch answered = new CountDownLatch(2);
            for (int i = 0; i < 2; i++) {
                LocalServer.CLIENTS.execute(() -> {
                    try {
                        server.get("/is/image/a");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    } finally {
                        answered.countDown();
                    }
                });
            }
            begun.await();
            RequestFigures figures = server.dispatcher.requests();
            assertEquals(2, figures.active());
            assertTrue(figures.oldest().compareTo(Duration.ZERO) > 0, figures::toString);
            end.countDown();
            answered.await();
            while (server.dispatcher.requests().active() > 0) {
                Thread.sleep(10);
            }
            assertEquals(new RequestFigures(0, Duration.ZERO), server.dispatcher.requests());
        }
    }
}
