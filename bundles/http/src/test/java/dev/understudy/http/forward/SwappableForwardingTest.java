package dev.understudy.http.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.http.FixedHandler;
import dev.understudy.http.Forwarder;
import dev.understudy.http.LocalServer;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests get an answer whether the forwarder is there, is being replaced or has gone. */
class SwappableForwardingTest {

    private final CompletableFuture<AccessRecord> observed = new CompletableFuture<>();
    private final CompletableFuture<Forwardable> asked = new CompletableFuture<>();
    private SwappableForwarding forwarding = new SwappableForwarding(() -> policy(60_000));
    private LocalServer server;

    private static SwapPolicy policy(long grace) {
        return new SwapPolicy(Duration.ofMillis(grace), 1000, Duration.ofMillis(60_000));
    }

    /** A forwarder that answers as a secondary server would. */
    private static class Secondary implements Forwarder {
        @Override
        public Forwardable accepts(Request request) {
            return request.getHeaders().get("Via") == null ? Forwardable.YES : Forwardable.NO;
        }

        @Override
        public void forward(
                Request request,
                Response response,
                Callback callback,
                Forward forward,
                Consumer<Failure> onNoResponse) {
            response.setStatus(404);
            response.getHeaders().add("Access-Control-Allow-Origin", "https://only.example");
            response.getHeaders().add("Understudy-StandIn", "text; code=source.missing");
            response.getHeaders().add("X-Secondary", "yes");
            response.getHeaders().add("Cache-Control", "public, max-age=60");
            Content.Sink.write(response, true, "from the secondary", callback);
        }
    }

    private boolean shareable = true;

    private void start() throws Exception {
        server = LocalServer.of(
                "/is/image",
                new FixedHandler(
                        (path, query, forwardable) -> {
                            asked.complete(forwardable);
                            return new Forward(
                                    new Failure.Missing("shop/bowl", true),
                                    RedirectTarget.OF_THE_SERVER,
                                    shareable,
                                    Set.of(),
                                    SwappableForwardingTest::textError);
                        },
                        forwarding));
        server.server.setRequestLog(
                (request, response) -> observed.complete((AccessRecord) request.getAttribute(AccessRecord.ATTRIBUTE)));
    }

    private static Reply textError(Failure failure) {
        return Reply.of("text/plain", failure.message().getBytes(StandardCharsets.UTF_8))
                .withStatus(502)
                .withStandIn(new StandIn(StandIn.Kind.TEXT, failure.kind()));
    }

    private HttpTester.Response get() throws Exception {
        if (server == null) {
            start();
        }
        return server.get("/is/image/shop/bowl");
    }

    private CompletableFuture<HttpTester.Response> getLater() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return get();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                LocalServer.CLIENTS);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theSecondarysAnswerIsMarked() throws Exception {
        forwarding.add(new Secondary(), 0);
        var response = get();
        assertEquals(Forwardable.YES, asked.get());
        assertEquals(404, response.getStatus());
        assertEquals("from the secondary", response.getContent());
        assertEquals("yes", response.get("X-Secondary"));
        assertEquals("public, max-age=60", response.get("Cache-Control"));
        assertEquals("secondary; code=source.missing", String.join("|", response.getValuesList("Understudy-StandIn")));
        assertEquals("*", String.join("|", response.getValuesList("Access-Control-Allow-Origin")));
        AccessRecord accessRecord = observed.get(30, TimeUnit.SECONDS);
        assertEquals(ProcessingStatus.NOT_FOUND, accessRecord.processingStatus());
    }

    @Test
    void whatOnlySomeClientsMayHaveIsNotForSharedCaches() throws Exception {
        forwarding.add(new Secondary(), 0);
        shareable = false;
        assertEquals("private, max-age=60", get().get("Cache-Control"));
    }

    @Test
    void anAnswerWithoutBodyIsMarkedToo() throws Exception {
        forwarding.add(
                new Secondary() {
                    @Override
                    public void forward(
                            Request request,
                            Response response,
                            Callback callback,
                            Forward forward,
                            Consumer<Failure> onNoResponse) {
                        response.setStatus(304);
                        callback.succeeded();
                    }
                },
                0);
        var response = get();
        assertEquals(304, response.getStatus());
        assertEquals("secondary; code=source.missing", response.get("Understudy-StandIn"));
    }

    @Test
    void withoutForwarderThereIsText() throws Exception {
        var response = get();
        assertEquals(Forwardable.NO, asked.get());
        assertUnreachable(response);
    }

    private void assertUnreachable(HttpTester.Response response) throws Exception {
        assertEquals(502, response.getStatus());
        assertEquals("The forwarding to a secondary server is not running", response.getContent());
        assertEquals("text; code=secondary.unreachable", response.get("Understudy-StandIn"));
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        AccessRecord accessRecord = observed.get(30, TimeUnit.SECONDS);
        assertEquals(CacheUse.UNDEFINED, accessRecord.cacheUse());
        assertEquals(ProcessingStatus.SERVER, accessRecord.processingStatus());
        assertTrue(accessRecord.exception().startsWith("secondary.unreachable: "));
    }

    @Test
    void aForwarderThatIsReplacedIsWaitedFor() throws Exception {
        start();
        Secondary first = new Secondary();
        forwarding.add(first, 0);
        get();
        forwarding.remove(first);
        var waiting = getLater();
        forwarding.add(new Secondary(), 0);
        assertEquals("from the secondary", waiting.get(30, TimeUnit.SECONDS).getContent());
    }

    @Test
    void theWaitForAForwarderThatStaysAwayEnds() throws Exception {
        forwarding = new SwappableForwarding(() -> policy(1));
        start();
        Secondary first = new Secondary();
        forwarding.add(first, 0);
        forwarding.remove(first);
        assertUnreachable(get());
    }

    @Test
    void aForwarderWithoutSecondaryServerIsNotWaitedFor() throws Exception {
        Secondary switchedOff = new Secondary() {
            @Override
            public Forwardable accepts(Request request) {
                return Forwardable.NO;
            }
        };
        forwarding.add(switchedOff, 0);
        forwarding.remove(switchedOff);
        start();
        var waiting = getLater();
        assertEquals(Forwardable.NO, asked.get(30, TimeUnit.SECONDS));
        // This handler forwards all the same; a successor that declines leaves the text.
        forwarding.add(switchedOff, 0);
        assertEquals(502, waiting.get(30, TimeUnit.SECONDS).getStatus());
    }

    @Test
    void aSecondaryThatCannotBeReachedLeavesNothingOfItsHeaders() throws Exception {
        forwarding.add(
                new Secondary() {
                    @Override
                    public void forward(
                            Request request,
                            Response response,
                            Callback callback,
                            Forward forward,
                            Consumer<Failure> onNoResponse) {
                        response.getHeaders().add("X-Secondary", "half");
                        onNoResponse.accept(
                                new Failure.SecondaryFailure(FailureKind.SECONDARY_TIMEOUT, "too late", null));
                    }
                },
                0);
        var response = get();
        assertEquals("too late", response.getContent());
        assertNull(response.get("X-Secondary"));
        assertEquals("text; code=secondary.timeout", response.get("Understudy-StandIn"));
    }

    @Test
    void aForwarderThatThrowsLeavesTheTextError() throws Exception {
        forwarding.add(
                new Secondary() {
                    @Override
                    public void forward(
                            Request request,
                            Response response,
                            Callback callback,
                            Forward forward,
                            Consumer<Failure> onNoResponse) {
                        throw new IllegalStateException("client stopped");
                    }
                },
                0);
        var response = get();
        assertEquals(502, response.getStatus());
        assertEquals("text; code=secondary.broken", response.get("Understudy-StandIn"));
    }

    @Test
    void aForwarderEndsItsRequestsBeforeItIsRemoved() throws Exception {
        CompletableFuture<Runnable> finish = new CompletableFuture<>();
        Secondary slow = new Secondary() {
            @Override
            public void forward(
                    Request request,
                    Response response,
                    Callback callback,
                    Forward forward,
                    Consumer<Failure> onNoResponse) {
                finish.complete(() -> super.forward(request, response, callback, forward, onNoResponse));
            }
        };
        forwarding.add(slow, 0);
        start();
        var atWork = getLater();
        Runnable last = finish.get(30, TimeUnit.SECONDS);
        var gone = CompletableFuture.runAsync(() -> forwarding.remove(slow), LocalServer.CLIENTS);
        assertFalse(gone.isDone());
        last.run();
        gone.get(30, TimeUnit.SECONDS);
        assertEquals("from the secondary", atWork.get(30, TimeUnit.SECONDS).getContent());
    }
}
