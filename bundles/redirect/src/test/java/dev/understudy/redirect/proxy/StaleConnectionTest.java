package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secondary server that closes connections between two requests, and is asked for the second just then. */
@Timeout(30)
class StaleConnectionTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** How the server ends a connection. */
    private enum End {
        AS_ONE_DOES {
            @Override
            void of(Conversation conversation) throws IOException {
                conversation.close();
            }
        },
        AS_A_CRASH_DOES {
            @Override
            void of(Conversation conversation) throws IOException {
                conversation.reset();
            }
        };

        abstract void of(Conversation conversation) throws IOException;
    }

    /** Answers requests so, one after the other, whatever connection they come by. */
    private static Mode inTurn(Mode... modes) {
        Iterator<Mode> turns = List.of(modes).iterator();
        return conversation -> turns.next().answer(conversation);
    }

    @ParameterizedTest
    @EnumSource(End.class)
    void theSameServerIsAskedOverAFreshConnection(End end) throws Exception {
        try (FaultServer secondary = FaultServer.of(inTurn(Mode.WELL, end::of, Mode.WELL));
                FaultServer other = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(secondary.rootUrl() + " " + other.rootUrl())) {
            answered(primary);
            answered(primary);
            List<Conversation> seen = secondary.requests();
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

    private static void answered(Primary primary) throws Exception {
        assertEquals("image", primary.get(Primary.TARGET).whole());
        assertEquals("", primary.logged().exception());
    }

    private static void counts(Primary primary, Secondaries.ForwardCount... counts) {
        Secondaries.SecondaryStatus entry = primary.secondaries().entries().get(0);
        assertEquals(0, entry.underWay());
        assertEquals(List.of(counts), entry.counts());
    }

    @Test
    void headIsAskedAgainToo() throws Exception {
        Mode head = Mode.says(Mode.IMAGE.replaceAll("image$", ""));
        try (FaultServer secondary = FaultServer.of(inTurn(Mode.WELL, Conversation::close, head));
                Primary primary = new Primary(secondary.rootUrl())) {
            answered(primary);
            Exchange answer = primary.request("HEAD", Primary.TARGET);
            assertEquals(200, answer.status(), answer::toString);
            assertEquals(3, secondary.requests().size());
        }
    }

    @Test
    void whoClosesAllConnectionsIsAskedOnceMoreAndHasFailedOnce() throws Exception {
        try (FaultServer secondary = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(settings(secondary.rootUrl(), 2))) {
            answered(primary);
            secondary.mode(Conversation::close);
            broken(primary.get(Primary.TARGET));
            assertEquals(3, secondary.requests().size());
            counts(
                    primary,
                    new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, Secondaries.ANSWERED, 1),
                    new Secondaries.ForwardCount(FailureKind.SOURCE_MISSING, "secondary.broken", 1));
            assertEquals(Secondaries.BreakerState.CLOSED, breaker(primary));
            broken(primary.get(Primary.TARGET));
            assertEquals(4, secondary.requests().size());
            assertEquals(Secondaries.BreakerState.OPEN, breaker(primary));
        }
    }

    private static Secondaries.BreakerState breaker(Primary primary) {
        return primary.secondaries().entries().get(0).breaker();
    }

    @Test
    void theNextServerIsAskedWhenTheSecondTryFailsToo() throws Exception {
        try (FaultServer secondary = FaultServer.of(Mode.WELL);
                FaultServer other = FaultServer.of(Mode.WELL);
                Primary primary = new Primary(settings(secondary.rootUrl() + " " + other.rootUrl(), 5))) {
            answered(primary);
            secondary.mode(Conversation::close);
            assertEquals("image", primary.get(Primary.TARGET).whole());
            assertEquals(3, secondary.requests().size());
            assertEquals(1, other.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H", "HTTP/1.1 100 Continue\r\n\r\n", OK, OK + "Content-Length: 7\r\n\r\n"})
    void whoHasBegunToAnswerIsNotAskedAgain(String beginning) throws Exception {
        try (FaultServer secondary =
                        FaultServer.of(inTurn(Mode.WELL, Mode.says(beginning).thenCloses()));
                Primary primary = new Primary(secondary.rootUrl())) {
            answered(primary);
            broken(primary.get(Primary.TARGET));
            assertEquals(2, secondary.requests().size());
        }
    }

    @Test
    void whoIsSilentIsNotAskedAgain() throws Exception {
        try (FaultServer secondary = FaultServer.of(inTurn(Mode.WELL, Mode.says("")));
                Primary primary = new Primary(secondary.rootUrl(), 5000, 200)) {
            answered(primary);
            assertEquals(504, primary.get(Primary.TARGET).status());
            assertEquals(2, secondary.requests().size());
        }
    }

    private static void broken(Exchange answer) {
        assertEquals(502, answer.status(), answer::toString);
        assertEquals(List.of("text; code=secondary.broken"), answer.header("Understudy-StandIn"));
    }

    private static RedirectSettings settings(String rootUrls, int breakerFailures) {
        return RedirectSettings.of(new RedirectSettings.Configured(rootUrls, 2000, 2000, breakerFailures, 600_000));
    }
}
