package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.redirect.settings.TestSettings;
import dev.understudy.serve.RedirectTarget;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several secondary servers, and their breakers. */
@Timeout(30)
class SecondariesTest {

    private static final String JUNK = "junk\r\n\r\n";

    @Test
    void theNextOneIsAskedWhenOneDoesNotAnswer() throws Exception {
        try (FaultServer refusing = FaultServer.refusing();
                FaultServer silent = FaultServer.answering("");
                FaultServer broken = FaultServer.answering(JUNK);
                FaultServer good = FaultServer.of(AnswerMode.WELL);
                FaultServer last = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = primary(5, refusing, silent, broken, good, last)) {
            assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
            assertEquals(1, silent.requests().size());
            assertEquals(1, broken.requests().size());
            assertEquals(0, last.requests().size());
            PrimaryServer.LogLine entry = primary.logged();
            assertEquals(good.rootUrl(), entry.seen().context());
            assertEquals(
                    "secondary.unreachable, secondary.timeout, secondary.broken",
                    entry.exception().replaceAll(":.*?(; then |$)", ", ").replaceAll(", $", ""));
        }
    }

    @Test
    void anAnswerOfAnyStatusIsAnAnswer() throws Exception {
        try (FaultServer first = FaultServer.answering("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
                FaultServer second = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = primary(5, first, second)) {
            assertEquals(503, primary.get(PrimaryServer.TARGET).status());
            assertEquals(0, second.requests().size());
        }
    }

    @Test
    void afterTheFirstByteThereIsNoOther() throws Exception {
        try (FaultServer first = FaultServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\npay");
                FaultServer second = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = primary(5, first, second)) {
            assertEquals("pay", primary.get(PrimaryServer.TARGET).body());
            assertEquals(0, second.requests().size());
        }
    }

    @Test
    void theLastFailureIsReported() throws Exception {
        try (FaultServer broken = FaultServer.answering(JUNK);
                FaultServer refusing = FaultServer.refusing();
                PrimaryServer primary = primary(5, broken, refusing)) {
            failed(primary.get(PrimaryServer.TARGET), 502, "secondary.unreachable");
        }
    }

    @Test
    void aServerThatFailsInARowIsNotAsked() throws Exception {
        try (FaultServer broken = FaultServer.answering(JUNK);
                PrimaryServer primary = primary(2, broken)) {
            for (int i = 0; i < 2; i++) {
                failed(primary.get(PrimaryServer.TARGET), 502, "secondary.broken");
            }
            failed(primary.get(PrimaryServer.TARGET), 503, "secondary.down");
            assertEquals(2, broken.requests().size());
            Secondaries.SecondaryStatus seen = primary.secondaries().entries().get(0);
            assertEquals(Secondaries.BreakerState.OPEN, seen.breaker());
            assertEquals(FailureKind.SECONDARY_BROKEN, seen.last().kind());
            assertEquals(
                    List.of(
                            new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, "secondary.broken", 2),
                            new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, "secondary.down", 1)),
                    seen.counts());
        }
    }

    @Test
    void anOperatorResetsTheBreaker() throws Exception {
        try (FaultServer broken = FaultServer.answering(JUNK);
                PrimaryServer primary = primary(1, broken)) {
            failed(primary.get(PrimaryServer.TARGET), 502, "secondary.broken");
            broken.recover();
            failed(primary.get(PrimaryServer.TARGET), 503, "secondary.down");
            assertEquals(1, primary.secondaries().reset());
            assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
            primary.logged();
            primary.logged();
            assertTrue(primary.logged().seen().fetchNanos() > 0);
            assertEquals(Boolean.TRUE, primary.secondaries().entries().get(0).reachable());
            assertEquals(0, primary.secondaries().reset());
        }
    }

    @Test
    void aServerWithAnOpenBreakerIsPassedOver() throws Exception {
        try (FaultServer broken = FaultServer.answering(JUNK);
                FaultServer good = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = primary(2, broken, good)) {
            for (int i = 0; i < 5; i++) {
                assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
            }
            assertEquals(2, broken.requests().size());
            assertEquals(5, good.requests().size());
        }
    }

    @Test
    void aServerOfACatalogIsAskedEvenIfNoneIsConfiguredForAll() throws Exception {
        try (FaultServer secondary = FaultServer.of(AnswerMode.WELL);
                PrimaryServer primary = new PrimaryServer("")) {
            assertEquals(403, primary.get(PrimaryServer.TARGET).status());
            primary.target(new RedirectTarget(
                    Optional.of(Secondary.listOf(secondary.rootUrl())), Optional.empty(), Optional.empty()));
            assertEquals("payload", primary.get(PrimaryServer.TARGET).body());
        }
    }

    private static void failed(RawAnswer answer, int status, String code) {
        assertEquals(status, answer.status(), answer::toString);
        assertEquals(List.of("text; code=" + code), answer.header("Understudy-StandIn"));
        assertTrue(answer.body().contains("secondary server"), answer::toString);
    }

    private static PrimaryServer primary(int breakerFailures, FaultServer... secondaries) throws Exception {
        String rootUrls = Arrays.stream(secondaries).map(FaultServer::rootUrl).collect(Collectors.joining(" "));
        return new PrimaryServer(TestSettings.of(rootUrls, 2000, 400, breakerFailures, 600_000));
    }
}
