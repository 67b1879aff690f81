package dev.understudy.http.mount;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.http.FixedHandler;
import dev.understudy.http.LocalServer;
import dev.understudy.http.PromptHandler;
import dev.understudy.http.lease.SlotState;
import dev.understudy.http.lease.SwapPolicy;
import dev.understudy.serve.Reply;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Handlers are mounted, replaced and taken off while requests arrive. */
class DispatcherTest {

    private static final SwapPolicy PATIENT = policy(60_000, 1000, 60_000);

    private LocalServer server;

    private static SwapPolicy policy(long grace, int limit, long drain) {
        return new SwapPolicy(Duration.ofMillis(grace), limit, Duration.ofMillis(drain));
    }

    private static Handler saying(String text) {
        return LocalServer.handler((request, response, callback) -> Content.Sink.write(response, true, text, callback));
    }

    private CompletableFuture<HttpTester.Response> getLater(String target) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return server.get(target);
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                LocalServer.CLIENTS);
    }

    @Test
    void theMountOfTheRootTakesTheRootAlone() throws Exception {
        server = new LocalServer(PATIENT);
        server.mount("/", saying("root"), 0);
        server.mount("/is/image", saying("image"), 0);
        assertEquals("root", server.get("/").getContent());
        assertEquals("root", server.get("/?a=b").getContent());
        assertEquals("image", server.get("/is/image").getContent());
        assertEquals(404, server.get("/is").getStatus());
        assertEquals(404, server.get("/favicon.ico").getStatus());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theLongestMountWins() throws Exception {
        server = new LocalServer(PATIENT);
        server.mount("/is", saying("short"), 0);
        server.mount("/is/image", saying("long"), 0);
        assertEquals("long", server.get("/is/image/x").getContent());
        assertEquals("long", server.get("/is/image").getContent());
        assertEquals("short", server.get("/is/imagefoo").getContent());
        assertEquals("short", server.get("/is/other").getContent());
        assertEquals(404, server.get("/isnt").getStatus());
    }

    @Test
    void theHighestRankingServes() throws Exception {
        server = new LocalServer(PATIENT);
        Handler better = saying("better");
        server.mount("/m", saying("first"), 0);
        server.mount("/m", better, 5);
        server.mount("/m", saying("last"), 0);
        assertEquals("better", server.get("/m").getContent());
        server.unmount("/m", better);
        assertEquals("first", server.get("/m").getContent());
    }

    @Test
    void handlersAreStartedAndStoppedWithTheServer() throws Exception {
        server = new LocalServer(PATIENT);
        Handler handler = saying("x");
        server.mount("/m", handler, 0);
        assertTrue(handler.isStarted());
        assertEquals(server.server, handler.getServer());
        server.unmount("/m", handler);
        assertTrue(handler.isStopped());
        server.mount("/m", handler, 0);
        server.server.stop();
        assertTrue(handler.isStopped());
        server.server.start();
        assertTrue(handler.isStarted());
        assertEquals("x", server.get("/m").getContent());
    }

    @Test
    void aHandlerThatDoesNotStartIsNotMounted() throws Exception {
        server = new LocalServer(PATIENT);
        server.mount(
                "/m",
                new Handler.Wrapper() {
                    @Override
                    protected void doStart() {
                        throw new IllegalStateException("no");
                    }
                },
                0);
        assertEquals(404, server.get("/m").getStatus());
    }

    @Test
    void arrivingRequestsWaitForTheNextHandler() throws Exception {
        server = new LocalServer(PATIENT);
        Handler first = saying("first");
        server.mount("/m", first, 0);
        server.unmount("/m", first);
        var one = getLater("/m/1");
        var two = getLater("/m/2");
        assertEquals(Map.of("/m", SlotState.SWAPPING), server.dispatcher.mounts());
        server.mount("/m", saying("second"), 0);
        assertEquals("second", one.get(30, TimeUnit.SECONDS).getContent());
        assertEquals("second", two.get(30, TimeUnit.SECONDS).getContent());
    }

    @Test
    void requestsAtWorkEndBeforeTheirHandlerIsStopped() throws Exception {
        server = new LocalServer(PATIENT);
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Callback> unfinished = new CompletableFuture<>();
        Handler slow = LocalServer.handler((request, response, callback) -> {
            unfinished.complete(callback);
            working.countDown();
        });
        server.mount("/m", slow, 0);
        var atWork = getLater("/m");
        working.await();
        // The successor serves although the predecessor still works.
        server.mount("/m", saying("next"), 1);
        assertEquals("next", server.get("/m").getContent());
        var gone = CompletableFuture.runAsync(() -> server.unmount("/m", slow), LocalServer.CLIENTS);
        assertFalse(gone.isDone());
        assertTrue(slow.isStarted());
        unfinished.get().succeeded();
        gone.get(30, TimeUnit.SECONDS);
        assertEquals(200, atWork.get(30, TimeUnit.SECONDS).getStatus());
        assertTrue(slow.isStopped());
    }

    @Test
    void drainingIsBounded() throws Exception {
        server = new LocalServer(policy(60_000, 1000, 1));
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Callback> unfinished = new CompletableFuture<>();
        Handler stuck = LocalServer.handler((request, response, callback) -> {
            unfinished.complete(callback);
            working.countDown();
        });
        server.mount("/m", stuck, 0);
        var atWork = getLater("/m");
        working.await();
        server.unmount("/m", stuck);
        assertTrue(stuck.isStopped());
        unfinished.get().succeeded();
        assertEquals(200, atWork.get(30, TimeUnit.SECONDS).getStatus());
    }

    @Test
    void theGraceDoesNotBeginBeforeThePredecessorHasEndedItsRequests() throws Exception {
        server = new LocalServer(policy(1, 1000, 60_000));
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Callback> unfinished = new CompletableFuture<>();
        Handler slow = LocalServer.handler((request, response, callback) -> {
            unfinished.complete(callback);
            working.countDown();
        });
        server.mount("/m", slow, 0);
        var atWork = getLater("/m");
        working.await();
        var gone = CompletableFuture.runAsync(() -> server.unmount("/m", slow), LocalServer.CLIENTS);
        while (server.dispatcher.mounts().get("/m") == SlotState.SERVING) {
            Thread.onSpinWait();
        }
        var waiting = getLater("/m");
        // The request is still waiting when the successor arrives.
        assertThrows(TimeoutException.class, () -> waiting.get(50, TimeUnit.MILLISECONDS));
        server.mount("/m", saying("next"), 0);
        assertEquals("next", waiting.get(30, TimeUnit.SECONDS).getContent());
        unfinished.get().succeeded();
        gone.get(30, TimeUnit.SECONDS);
        assertEquals(200, atWork.get(30, TimeUnit.SECONDS).getStatus());
    }

    @Test
    void aSlowClientDoesNotKeepAHandlerFromBeingReplaced() throws Exception {
        server = new LocalServer(PATIENT);
        Reply image = Reply.of("image/png", new byte[3]);
        FixedHandler images = new FixedHandler((path, query, forwardable) -> image);
        CompletableFuture<Runnable> stalled = new CompletableFuture<>();
        Handler slowly = LocalServer.handler((request, response, callback) -> images.handle(
                request,
                new Response.Wrapper(request, response) {
                    @Override
                    public void write(boolean last, ByteBuffer bytes, Callback written) {
                        stalled.complete(() -> super.write(last, bytes, written));
                    }
                },
                callback));
        server.mount("/is/image", slowly, 0);
        var client = getLater("/is/image/x");
        Runnable takesIt = stalled.get(30, TimeUnit.SECONDS);
        server.unmount("/is/image", slowly);
        assertTrue(slowly.isStopped());
        assertFalse(client.isDone());
        takesIt.run();
        assertEquals(3, client.get(30, TimeUnit.SECONDS).getContentBytes().length);
    }

    @Test
    void afterTheGraceRequestsGet503WithRetryAfter() throws Exception {
        server = new LocalServer(policy(1, 1000, 60_000));
        Handler handler = saying("x");
        server.mount("/m", handler, 0);
        server.unmount("/m", handler);
        var response = server.get("/m");
        assertEquals(503, response.getStatus());
        assertEquals("1", response.get("Retry-After"));
        assertEquals("Service Unavailable\n", response.getContent());
        while (server.dispatcher.mounts().get("/m") != SlotState.GONE) {
            Thread.onSpinWait();
        }
        assertEquals(503, server.get("/m").getStatus());
        assertEquals(404, server.get("/never").getStatus());
        server.mount("/m", saying("back"), 0);
        assertEquals("back", server.get("/m").getContent());
    }

    @Test
    void aRetiredMountIsUnknownAfterTheGrace() throws Exception {
        server = new LocalServer(policy(100, 1000, 60_000));
        Handler handler = saying("x");
        server.mount("/m", saying("shorter"), 0);
        server.mount("/m/n", handler, 0);
        server.mount("/o", handler, 0);
        server.dispatcher.unmount(List.of("/m/n", "/o"), handler);
        server.dispatcher.retire(List.of("/m/n", "/o"));
        assertEquals(404, server.get("/o").getStatus(), "for a request that has waited, too");
        assertEquals(404, server.get("/o").getStatus());
        assertEquals("shorter", server.get("/m/n").getContent());
        assertEquals(Set.of("/m"), server.dispatcher.mounts().keySet());
        server.mount("/o", saying("back"), 0);
        assertEquals("back", server.get("/o").getContent());
    }

    @Test
    void aRetiredMountWaitsForASuccessorAsLongAsTheGraceLasts() throws Exception {
        server = new LocalServer(PATIENT);
        Handler first = saying("first");
        server.mount("/m", first, 0);
        server.unmount("/m", first);
        server.dispatcher.retire(List.of("/m"));
        var waiting = getLater("/m");
        Handler second = saying("second");
        server.mount("/m", second, 0);
        assertEquals("second", waiting.get(30, TimeUnit.SECONDS).getContent());
        server.unmount("/m", second);
        assertEquals(Map.of("/m", SlotState.SWAPPING), server.dispatcher.mounts());
    }

    @Test
    void theNumberOfWaitingRequestsIsBounded() throws Exception {
        server = new LocalServer(policy(60_000, 1, 60_000));
        Handler handler = saying("x");
        server.mount("/m", handler, 0);
        server.unmount("/m", handler);
        var first = getLater("/m");
        var second = getLater("/m");
        var sentAway = CompletableFuture.anyOf(first, second).get(30, TimeUnit.SECONDS);
        assertEquals(503, ((HttpTester.Response) sentAway).getStatus());
        server.mount("/m", saying("y"), 0);
        var waited = first.get(30, TimeUnit.SECONDS).getStatus() == 503 ? second : first;
        assertEquals("y", waited.get(30, TimeUnit.SECONDS).getContent());
    }

    @Test
    void aHandlerThatDeclinesOrThrowsReleasesItsPermit() throws Exception {
        server = new LocalServer(PATIENT);
        Handler declining = new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                if (request.getHttpURI().getPath().endsWith("throw")) {
                    throw new IllegalStateException("secret");
                }
                return false;
            }
        };
        server.mount("/m", declining, 0);
        assertEquals(404, server.get("/m").getStatus());
        var thrown = server.get("/m/throw");
        assertEquals(500, thrown.getStatus());
        assertEquals("Server Error\n", thrown.getContent());
        server.unmount("/m", declining);
        assertTrue(declining.isStopped());
    }

    /** Says whether it is called by the thread that has read the request; answers at once if the path says so. */
    private static final class CallerNames extends Handler.Abstract implements PromptHandler {

        @Override
        public boolean handleAtOnce(Request request, Response response, Callback callback) {
            if (request.getHttpURI().getPath().endsWith("throw")) {
                throw new IllegalStateException("secret");
            }
            return request.getHttpURI().getPath().endsWith("at-once") && handle(request, response, callback);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            boolean reading = StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(Dispatcher.class.getName())));
            Content.Sink.write(response, true, reading ? "reading" : "another", callback);
            return true;
        }
    }

    @Test
    void theThreadThatReadsARequestAnswersItAtOnceOrNotAtAll() throws Exception {
        server = new LocalServer(PATIENT);
        CallerNames handler = new CallerNames();
        server.mount("/m", handler, 0);
        assertEquals(InvocationType.NON_BLOCKING, server.server.getInvocationType());
        assertEquals("reading", server.get("/m/at-once").getContent());
        assertEquals("another", server.get("/m/later").getContent());
        assertEquals(500, server.get("/m/throw").getStatus());
        server.unmount("/m", handler);
        assertTrue(handler.isStopped(), "all permits have been released");
    }

    @Test
    void aThreadThatMayWaitDoes() throws Exception {
        server = new LocalServer(PATIENT);
        server.server.stop();
        server.server.setDefaultHandler(saying("of somebody whose handlers may wait"));
        server.server.start();
        server.mount("/m", new CallerNames(), 0);
        assertEquals("reading", server.get("/m/at-once").getContent());
        assertEquals("reading", server.get("/m/later").getContent());
    }

    @Test
    void waitsUntilNoRequestIsAtWork() throws Exception {
        server = new LocalServer(PATIENT);
        CountDownLatch working = new CountDownLatch(1);
        CompletableFuture<Callback> unfinished = new CompletableFuture<>();
        server.mount(
                "/m",
                LocalServer.handler((request, response, callback) -> {
                    unfinished.complete(callback);
                    working.countDown();
                }),
                0);
        assertTrue(server.dispatcher.awaitIdle(Duration.ofSeconds(30)));
        var atWork = getLater("/m");
        working.await();
        assertFalse(server.dispatcher.awaitIdle(Duration.ZERO));
        unfinished.get().succeeded();
        atWork.get(30, TimeUnit.SECONDS);
        assertTrue(server.dispatcher.awaitIdle(Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "//", "is/image", "/is/", "//is", "/is image", "/is/*", "/is?x"})
    void invalidMountsAreRefused(String mount) throws Exception {
        server = new LocalServer(PATIENT);
        var error = assertThrows(IllegalArgumentException.class, () -> server.mount(mount, saying("x"), 0));
        assertTrue(error.getMessage().contains("allowed: a path such as /is/image"));
    }
}
