package dev.understudy.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.AccessRecord;
import dev.understudy.serve.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers at once, and what becomes of requests for which making them fails. */
class AnswerAtOnceTest {

    private static final String SECRET = "/etc/secret";

    private final CompletableFuture<AccessRecord> records = new CompletableFuture<>();
    private @Nullable LocalServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** Fails when it is to answer at once {@code /broken} or {@code /out-of-memory}, and always for {@code /worse}. */
    private final class Faulty extends FixedHandler {

        Faulty() {
            super((path, query, forwardable) -> {
                if (path.equals("worse")) {
                    throw new IllegalStateException(SECRET);
                }
                return text("later");
            });
        }

        @Override
        protected @Nullable Reply answerAtOnce(Request request, String path, AccessRecord accessRecord) {
            Request.addCompletionListener(
                    request, failure -> records.complete((AccessRecord) request.getAttribute(AccessRecord.ATTRIBUTE)));
            return switch (path) {
                case "out-of-memory" -> throw new OutOfMemoryError(SECRET);
                case "broken", "worse" -> throw new IllegalStateException(SECRET);
                case "unknown" -> null;
                default -> text("at once");
            };
        }
    }

    private static Reply text(String body) {
        return Reply.of("text/plain", body.getBytes(StandardCharsets.UTF_8));
    }

    private LocalServer serving() throws Exception {
        LocalServer serving = LocalServer.of("/is/image", new Faulty());
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
        AccessRecord told = records.get(5, TimeUnit.SECONDS);
        assertEquals(FailureKind.INTERNAL, told.failure());
        assertTrue(String.valueOf(told.exception()).contains(SECRET), "told the operator");
    }
}
