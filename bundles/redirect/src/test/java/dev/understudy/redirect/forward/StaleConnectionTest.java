package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.TestSettings;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secondary servers that close a connection at the moment in which the next request is sent. */
@Timeout(30)
class StaleConnectionTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** How the server ends a connection. */
    private enum End {
        CLOSE {
            @Override
            void of(ReceivedRequest request) throws IOException {
                request.close();
            }
        },
        RESET {
            @Override
            void of(ReceivedRequest request) throws IOException {
                request.reset();
            }
        };

        abstract void of(ReceivedRequest request) throws IOException;
    }

    /** Answers each request in the next mode, whatever connection it comes by. */
    private static AnswerMode inTurn(AnswerMode... modes) {
        Iterator<AnswerMode> turns = List.of(modes).iterator();
        return request -> turns.next().answer(request);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void theSameServerIsAskedOverAFreshConnection(End end) throws Exception {
        try (FaultServer secondary = FaultServer.of(inTurn(AnswerMode.WELL, end::of, AnswerMode.WELL));
                FaultServer other = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl() + " " + other.rootUrl())) {
            answered(primary);
            answered(primary);
            List<ReceivedRequest> seen = secondary.requests();
            assertEquals(3, seen.size());
            assertSame(seen.get(0).socket(), seen.get(1).socket());
            assertNotSame(seen.get(1).socket(), seen.get(2).socket());
            assertEquals(seen.get(1).requestLine(), seen.get(2).requestLine());
            assertFalse(seen.get(1).lines().contains("Connection: close"), seen::toString);
            assertTrue(seen.get(2).lines().contains("Connection: close"), seen::toString);
            assertEquals(0, other.requests().size());
            counts(primary, new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, 2));
        }
    }

    private static void answered(PrimaryServer primary) throws Exception {
        assertEquals("payload", primary.get(PrimaryServer.TARGET).whole());
        assertEquals("", primary.logged().exception());
    }

    private static void counts(PrimaryServer primary, Secondaries.ForwardCount... counts) {
        Secondaries.SecondaryStatus entry = primary.secondaries().entries().get(0);
        assertEquals(0, entry.underWay());
        assertEquals(List.of(counts), entry.counts());
    }

    @Test
    void headIsAskedAgainToo() throws Exception {
        AnswerMode head = AnswerMode.says(AnswerMode.PAYLOAD.replaceAll("payload$", ""));
        try (FaultServer secondary = FaultServer.of(inTurn(AnswerMode.WELL, ReceivedRequest::close, head));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            answered(primary);
            RawAnswer answer = primary.request("HEAD", PrimaryServer.TARGET);
            assertEquals(200, answer.status(), answer::toString);
            assertEquals(3, secondary.requests().size());
        }
    }

    @Test
    void aServerThatClosesAllConnectionsIsAskedTwiceAndCountsAsOneFailure() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(settings(secondary.rootUrl(), 2))) {
            answered(primary);
            secondary.mode(ReceivedRequest::close);
            broken(primary.get(PrimaryServer.TARGET));
            assertEquals(3, secondary.requests().size());
            counts(
                    primary,
                    new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, 1),
                    new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, "secondary.broken", 1));
            assertEquals(Secondaries.BreakerState.CLOSED, breaker(primary));
            broken(primary.get(PrimaryServer.TARGET));
            assertEquals(4, secondary.requests().size());
            assertEquals(Secondaries.BreakerState.OPEN, breaker(primary));
        }
    }

    private static Secondaries.BreakerState breaker(PrimaryServer primary) {
        return primary.secondaries().entries().get(0).breaker();
    }

    @Test
    void theNextServerIsAskedWhenTheSecondTryFailsToo() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                FaultServer other = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer(settings(secondary.rootUrl() + " " + other.rootUrl(), 5))) {
            answered(primary);
            secondary.mode(ReceivedRequest::close);
            assertEquals("payload", primary.get(PrimaryServer.TARGET).whole());
            assertEquals(3, secondary.requests().size());
            assertEquals(1, other.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 100 Continue\r\n\r\n", OK, OK + "Content-Length: 7\r\n\r\n"})
    void aServerThatHasBegunToAnswerIsNotAskedAgain(String beginning) throws Exception {
        try (FaultServer secondary = FaultServer.of(
                        inTurn(AnswerMode.WELL, AnswerMode.says(beginning).thenCloses()));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl())) {
            answered(primary);
            broken(primary.get(PrimaryServer.TARGET));
            assertEquals(2, secondary.requests().size());
        }
    }

    @Test
    void aSilentServerIsNotAskedAgain() throws Exception {
        try (FaultServer secondary = FaultServer.of(inTurn(AnswerMode.WELL, AnswerMode.says("")));
                PrimaryServer primary = new PrimaryServer(secondary.rootUrl(), 5000, 200)) {
            answered(primary);
            assertEquals(504, primary.get(PrimaryServer.TARGET).status());
            assertEquals(2, secondary.requests().size());
        }
    }

    private static void broken(RawAnswer answer) {
        assertEquals(502, answer.status(), answer::toString);
        assertEquals(List.of("text; code=secondary.broken"), answer.header("Understudy-StandIn"));
    }

    private static RedirectSettings settings(String rootUrls, int breakerFailures) {
        return TestSettings.of(rootUrls, 2000, 2000, breakerFailures, 600_000);
    }
}
