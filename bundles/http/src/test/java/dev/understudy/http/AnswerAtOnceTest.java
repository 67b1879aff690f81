package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.mount.Dispatcher;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers at once, and what becomes of requests for which making them fails. */
class AnswerAtOnceTest {

    private static final String SECRET = "/etc/secret";

    private final CompletableFuture<AccessRecord> records = new CompletableFuture<>();
    private final OneSecondary secondary = new OneSecondary();
    private @Nullable LocalServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Fails when it is to answer at once {@code /broken} or {@code /out-of-memory}, and always for {@code /worse}. */
    private class Faulty extends FixedHandler {

        Faulty() {
            super(
                    (path, query, forwardable) -> {
                        if (path.equals("worse")) {
                            throw new IllegalStateException(SECRET);
                        }
                        return text("later");
                    },
                    secondary);
        }

        @Override
        protected @Nullable Reply answerAtOnce(Request request, String path, AccessRecord accessRecord) {
            Request.addCompletionListener(
                    request, failure -> records.complete((AccessRecord) request.getAttribute(AccessRecord.ATTRIBUTE)));
            return switch (path) {
                case "out-of-memory" -> throw new OutOfMemoryError(SECRET);
                case "broken", "worse" -> throw new IllegalStateException(SECRET);
                case "unknown", "missing", "missing-and-broken", "missing-and-nothing" -> null;
                default -> text("at once");
            };
        }
    }

    /** Forwards at once {@code /missing}, for which there is a stand-in, and {@code /missing-and-broken}, for which making one fails. */
    private final class Missing extends Faulty {

        @Override
        protected @Nullable Forward forwardAtOnce(
                Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
            assertEquals(Forwardable.YES, forwardable);
            return switch (path) {
                case "missing" ->
                    new Forward(
                            new Failure.Missing("bowl", true),
                            RedirectTarget.OF_THE_SERVER,
                            why -> text("stand-in" + (isReading() ? ", made by the thread that reads" : "")));
                case "missing-and-broken" ->
                    new Forward(new Failure.Missing("bowl", true), RedirectTarget.OF_THE_SERVER, why -> {
                        throw new IllegalStateException(SECRET);
                    });
                case "missing-and-nothing" ->
                    new Forward(new Failure.Missing("bowl", true), RedirectTarget.OF_THE_SERVER, why -> nothing());
                default -> null;
            };
        }
    }

    /** A secondary server that answers, or does not. */
    private static final class OneSecondary implements Forwarding {

        private Forwardable accepts = Forwardable.YES;
        private boolean up = true;

        @Override
        public Forwardable accepts(Request request) {
            return accepts;
        }

        @Override
        public void forward(
                Request request,
                Response response,
                Callback callback,
                Forward forward,
                Consumer<Failure> onNoResponse) {
            if (up) {
                Content.Sink.write(response, true, isReading() ? "forwarded at once" : "forwarded", callback);
            } else {
                onNoResponse.accept(new Failure.SecondaryFailure(FailureKind.SECONDARY_DOWN, "down", null));
            }
        }
    }

    /** Whether this is the thread that has read the request. */
    private static boolean isReading() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(Dispatcher.class.getName())));
    }

    /** What no service may return. */
    @SuppressWarnings("NullAway")
    private static Reply nothing() {
        return null;
    }

    private static Reply text(String body) {
        return Reply.of("text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    private LocalServer serving() throws Exception {
        return serving(new Faulty());
    }

    private LocalServer serving(FixedHandler handler) throws Exception {
        LocalServer serving = LocalServer.of("/is/image", handler);
        server = serving;
        return serving;
    }

    @Test
    void whatIsKnownIsAnsweredAtOnce() throws Exception {
        LocalServer serving = serving();
        assertEquals("at once", serving.get("/is/image/known").getContent());
        assertEquals("later", serving.get("/is/image/unknown").getContent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "out-of-memory"})
    void whatCannotBeAnsweredAtOnceIsAnsweredAsAnyOther(String path) throws Exception {
        var response = serving().get("/is/image/" + path);
        assertEquals(200, response.getStatus());
        assertEquals("later", response.getContent());
        assertEquals(1, response.getValuesList("X-Content-Type-Options").size());
        assertEquals(1, response.getValuesList("Access-Control-Allow-Origin").size());
    }

    @Test
    void whatCannotBeAnsweredAtAllIsAFailureOfThisServer() throws Exception {
        var response = serving().get("/is/image/worse");
        assertEquals(500, response.getStatus());
        assertEquals(FailureKind.INTERNAL.title(), response.getContent());
        assertEquals("no-store", response.get("Cache-Control"));
        assertEquals("text; code=" + FailureKind.INTERNAL.code(), response.get("Understudy-StandIn"));
        assertFalse(response.toString().contains(SECRET));
        AccessRecord told = records.get(30, TimeUnit.SECONDS);
        assertEquals(FailureKind.INTERNAL, told.failure());
        assertTrue(String.valueOf(told.exception()).contains(SECRET), "told the operator");
    }

    @Test
    void whatIsKnownToBeMissingIsForwardedAtOnce() throws Exception {
        var response = serving(new Missing()).get("/is/image/missing");
        assertEquals("forwarded at once", response.getContent());
        assertEquals("secondary; code=" + FailureKind.SOURCE_MISSING.code(), response.get("Understudy-StandIn"));
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        assertEquals(
                FailureKind.SOURCE_MISSING, records.get(30, TimeUnit.SECONDS).failure());
    }

    @Test
    void whatMayNotBeForwardedIsNot() throws Exception {
        secondary.accepts = Forwardable.BARRED;
        assertEquals("later", serving(new Missing()).get("/is/image/missing").getContent());
    }

    @Test
    void aFaultInSendingAStandInEndsTheRequest() throws Exception {
        secondary.up = false;
        var response = serving(new Missing()).get("/is/image/missing-and-nothing");
        assertEquals(500, response.getStatus());
        assertFalse(response.toString().contains("NullPointer"), response::toString);
    }

    @Test
    void theThreadThatReadsMakesNoStandIns() throws Exception {
        secondary.up = false;
        LocalServer serving = serving(new Missing());
        var response = serving.get("/is/image/missing");
        assertEquals(200, response.getStatus());
        assertEquals("stand-in", response.getContent());
        assertEquals("*", response.get("Access-Control-Allow-Origin"));
        assertEquals("nosniff", response.get("X-Content-Type-Options"));
        assertEquals(500, serving.get("/is/image/missing-and-broken").getStatus());
    }
}
