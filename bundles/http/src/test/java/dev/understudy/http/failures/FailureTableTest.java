package dev.understudy.http.failures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.http.FixedHandler;
import dev.understudy.http.Forwarding;
import dev.understudy.http.LocalServer;
import dev.understudy.http.Mounts;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.RecentFailures.FailureRecord;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.RedirectTarget;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.jetty.http.HttpTester;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** The requests that count as failures, and the time for which they do. */
class FailureTableTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final FailureTable table = new FailureTable(() -> now);

    private void later(Duration by) {
        now = now.plus(by);
    }

    @Test
    void failuresOfAKindInATenantAreOneLine() {
        table.add(FailureKind.SOURCE_MISSING, "shop", "/is/image/shop/a");
        later(Duration.ofMinutes(1));
        table.add(FailureKind.SOURCE_MISSING, "", "/is/image/b");
        later(Duration.ofMinutes(1));
        table.add(FailureKind.SOURCE_MISSING, "shop", "/is/image/shop/c");
        assertEquals(
                List.of(
                        new FailureRecord(FailureKind.SOURCE_MISSING, "shop", 2, NOON, now, "/is/image/shop/c"),
                        new FailureRecord(
                                FailureKind.SOURCE_MISSING,
                                "",
                                1,
                                now.minusSeconds(60),
                                now.minusSeconds(60),
                                "/is/image/b")),
                table.entries());
    }

    @Test
    void failuresAreForgottenAfterADay() {
        table.add(FailureKind.SOURCE_MISSING, "shop", "/old");
        later(Duration.ofHours(23));
        table.add(FailureKind.SOURCE_CORRUPT, "shop", "/newer");
        later(Duration.ofHours(2));
        assertEquals(
                List.of("/newer"),
                table.entries().stream().map(FailureRecord::target).toList());
        table.add(FailureKind.SOURCE_MISSING, "shop", "/new");
        assertEquals(1, table.entries().get(0).count());
        assertEquals(now, table.entries().get(0).first());
    }

    private List<Long> hours(FailureKind kind) {
        return table.hours().getOrDefault(kind, List.of());
    }

    @Test
    void failuresAreCountedByTheHour() {
        table.add(FailureKind.SOURCE_MISSING, "shop", "/a");
        later(Duration.ofMinutes(59));
        table.add(FailureKind.SOURCE_MISSING, "gallery", "/b");
        table.add(FailureKind.SOURCE_CORRUPT, "gallery", "/b");
        later(Duration.ofMinutes(1));
        table.add(FailureKind.SOURCE_MISSING, "shop", "/a");
        assertEquals(24, hours(FailureKind.SOURCE_MISSING).size());
        assertEquals(List.of(0L, 2L, 1L), hours(FailureKind.SOURCE_MISSING).subList(21, 24));
        assertEquals(List.of(0L, 1L, 0L), hours(FailureKind.SOURCE_CORRUPT).subList(21, 24));
        assertEquals(List.of(), hours(FailureKind.INTERNAL));
        later(Duration.ofHours(22));
        assertEquals(List.of(2L, 1L, 0L), hours(FailureKind.SOURCE_MISSING).subList(0, 3));
        later(Duration.ofHours(1));
        assertEquals(List.of(1L, 0L, 0L), hours(FailureKind.SOURCE_MISSING).subList(0, 3));
        later(Duration.ofDays(40));
        assertEquals(List.of(), hours(FailureKind.SOURCE_MISSING));
    }

    @Test
    void aClockThatGoesBackCountsForTheNewestHour() {
        table.add(FailureKind.INTERNAL, "shop", "/a");
        now = now.minus(Duration.ofHours(3));
        table.add(FailureKind.INTERNAL, "shop", "/a");
        assertEquals(2L, hours(FailureKind.INTERNAL).get(23));
    }

    @Test
    void itIsBounded() {
        IntStream.range(0, 1_500).forEach(i -> table.add(FailureKind.INTERNAL, "tenant" + i, "x".repeat(1 + i)));
        assertEquals(1_000, table.entries().size());
        assertEquals(
                FailureRecord.TARGET_LENGTH, table.entries().get(0).target().length());
    }

    private List<String> afterRequest(Handler handler, String target) throws Exception {
        try (LocalServer server = LocalServer.of(Mounts.IMAGE, handler)) {
            server.server.setRequestLog((request, response) -> table.finished(request));
            server.get(target);
        }
        return table.entries().stream()
                .map(entry -> entry.count() + " x " + entry.kind().code() + " " + entry.target())
                .toList();
    }

    private static Reply standIn(StandIn.Kind kind, FailureKind cause) {
        return Reply.of("image/png", new byte[1]).withStandIn(new StandIn(kind, cause));
    }

    @Test
    void anAnswerThatWasAskedForDoesNotCount() throws Exception {
        assertEquals(
                List.of(),
                afterRequest(new FixedHandler((path, query, to) -> Reply.of("a/b", new byte[1])), "/is/image/a"));
    }

    @Test
    void aStandInCountsWithItsCause() throws Exception {
        Handler handler =
                new FixedHandler((path, query, to) -> standIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING));
        assertEquals(List.of("1 x source.missing /is/image/a?wid=%20"), afterRequest(handler, "/is/image/a?wid=%20"));
    }

    @Test
    void aBugCounts() throws Exception {
        Handler handler = new FixedHandler((path, query, to) -> {
            throw new IllegalStateException("a bug");
        });
        assertEquals(List.of("1 x internal /is/image/a"), afterRequest(handler, "/is/image/a"));
    }

    @Test
    void requestsUnderNoMountDoNotCount() throws Exception {
        Handler handler = new FixedHandler((path, query, to) -> standIn(StandIn.Kind.TEXT, FailureKind.INTERNAL));
        assertEquals(List.of(), afterRequest(handler, "/elsewhere"));
    }

    /** A forwarder whose secondary server answers, or does not. */
    private record Secondary(boolean up) implements Forwarding {
        @Override
        public Forwardable accepts(Request request) {
            return Forwardable.YES;
        }

        @Override
        public void forward(
                Request request,
                Response response,
                Callback callback,
                Forward forward,
                Consumer<Failure> onNoResponse) {
            if (up) {
                response.write(true, null, callback);
            } else {
                onNoResponse.accept(new Failure.SecondaryFailure(FailureKind.SECONDARY_TIMEOUT, "late", null));
            }
        }
    }

    private static Answer forwarded(String path, String query, Forwardable forwardable) {
        return new Forward(
                new Failure.Missing(path, true),
                RedirectTarget.OF_THE_SERVER,
                failure -> standIn(StandIn.Kind.TEXT, failure.kind()));
    }

    @Test
    void anAnswerOfTheSecondaryCountsWithTheCauseOfTheForward() throws Exception {
        Handler handler = new FixedHandler(FailureTableTest::forwarded, new Secondary(true));
        assertEquals(List.of("1 x source.missing /is/image/a"), afterRequest(handler, "/is/image/a"));
    }

    /** In the answers of this server, of the secondary, and in its place. */
    @Test
    void whatWasIgnoredIsNamedInAHeader() throws Exception {
        for (FixedHandler.FixedAnswer answer : List.<FixedHandler.FixedAnswer>of(
                (path, query, to) -> Reply.of("image/png", new byte[1]), FailureTableTest::forwarded)) {
            for (boolean up : new boolean[] {true, false}) {
                assertEquals("op_usm,blendMode", ignored(answer, up, true));
                assertEquals(null, ignored(answer, up, false));
            }
        }
    }

    private static String ignored(FixedHandler.FixedAnswer answer, boolean up, boolean isPublic) throws Exception {
        Handler handler = new FixedHandler(answer, new Secondary(up)) {
            @Override
            protected Answer answer(Request request, String path, Forwardable forwardable, AccessRecord accessRecord) {
                accessRecord.ignored(List.of("op_usm", "blendMode"), isPublic);
                return super.answer(request, path, forwardable, accessRecord);
            }
        };
        try (LocalServer server = LocalServer.of(Mounts.IMAGE, handler)) {
            HttpTester.Response response = server.get("/is/image/a");
            assertTrue(response.get("Access-Control-Expose-Headers").contains("Understudy-Ignored"));
            return response.get("Understudy-Ignored");
        }
    }

    @Test
    void aFailureOfTheSecondaryCountsOnce() throws Exception {
        Handler handler = new FixedHandler(FailureTableTest::forwarded, new Secondary(false));
        assertEquals(List.of("1 x secondary.timeout /is/image/a"), afterRequest(handler, "/is/image/a"));
    }
}
