package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.observe.CacheUse;
import dev.understudy.redirect.proxy.SecondaryFault.Outcome;
import dev.understudy.redirect.proxy.SecondaryFault.Time;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 20 to 29: for each way in which a secondary server is bad, the answer, how long it takes, what the log says, what the
 * secondary was asked, and that the next answer is right once it is well again, over another connection.
 */
@Timeout(30)
class SecondaryFaultsTest {

    /** For a machine with other things to do. */
    private static final long SLACK = 1000;

    /** Timers need not be exact. */
    private static final long EARLY = 20;

    static List<SecondaryFault> faults() {
        return SecondaryFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void get(SecondaryFault fault) throws Exception {
        try (FaultServer secondary = fault.opening().open();
                Primary primary = new Primary(settings(secondary))) {
            Exchange answer = primary.get(Primary.TARGET, fault.headers().strip());
            Primary.Entry entry = primary.logged();
            assertAll(
                    answer.toString(),
                    () -> answered(answer, fault.outcome()),
                    () -> inTime(answer, fault.outcome().time()),
                    () -> logged(entry, fault.outcome(), secondary),
                    () -> asked(secondary));
            recovers(primary, secondary, fault.outcome());
        }
    }

    private static RedirectSettings settings(FaultServer secondary) {
        return new RedirectSettings(
                Secondary.listOf(secondary.rootUrl()),
                new Timeouts(
                        Time.CONNECT_TIMEOUT.duration(), Time.SOCKET_TIMEOUT.duration(), Time.TOTAL_TIMEOUT.duration()),
                new BreakerSettings(5, Duration.ofSeconds(10)));
    }

    private static void answered(Exchange answer, Outcome outcome) {
        assertEquals(List.of("*"), answer.header("Access-Control-Allow-Origin"));
        if (outcome instanceof Outcome.Failed failed) {
            failed(answer, failed);
        } else if (outcome instanceof Outcome.Passed passed) {
            assertEquals(passed.status(), answer.status());
            if (!passed.body().isEmpty()) {
                assertEquals(passed.body(), answer.whole());
            }
            standsIn(answer, "secondary", FailureKind.SOURCE_MISSING);
        } else if (outcome instanceof Outcome.Cut cut) {
            cut(answer, cut);
        }
    }

    private static void failed(Exchange answer, Outcome.Failed failed) {
        assertEquals(failed.status(), answer.status());
        standsIn(answer, "text", failed.kind());
        assertEquals(List.of("text/plain;charset=utf-8"), answer.header("Content-Type"));
        assertEquals(List.of("nosniff"), answer.header("X-Content-Type-Options"));
        assertEquals(List.of("no-store"), answer.header("Cache-Control"));
        for (String theirs : List.of("X-Secondary", "ETag", "Location", "Content-Encoding", "Transfer-Encoding")) {
            assertEquals(List.of(), answer.header(theirs), theirs);
        }
        assertEquals(
                answer.header("Content-Length"),
                List.of(Integer.toString(answer.body().length())));
        assertTrue(answer.body().contains("secondary server"), "says what is wrong");
    }

    private static void standsIn(Exchange answer, String what, FailureKind why) {
        assertEquals(List.of(what + "; code=" + why.code()), answer.header("Understudy-StandIn"));
    }

    private static void cut(Exchange answer, Outcome.Cut cut) {
        assertEquals(200, answer.status());
        standsIn(answer, "secondary", FailureKind.SOURCE_MISSING);
        assertTrue(answer.whole().startsWith("cut: "), "it looks whole");
        assertTrue(answer.body().contains(cut.body()), "the first bytes");
    }

    private static void inTime(Exchange answer, Time time) {
        long millis = answer.time().toMillis();
        assertTrue(millis >= time.duration().toMillis() - EARLY, () -> "before " + time);
        assertTrue(millis <= time.atMost() + SLACK, () -> "after " + time);
    }

    private static void logged(Primary.Entry entry, Outcome outcome, FaultServer secondary) {
        assertEquals(CacheUse.REMOTE, entry.seen().cacheUse());
        assertEquals(secondary.rootUrl(), entry.seen().context());
        if (outcome instanceof Outcome.Passed passed) {
            assertEquals(passed.status(), entry.status());
            assertEquals(ProcessingStatus.NOT_FOUND, entry.seen().processingStatus());
            assertEquals("", entry.exception());
            return;
        }
        FailureKind kind = outcome instanceof Outcome.Failed failed ? failed.kind() : ((Outcome.Cut) outcome).kind();
        assertEquals(ProcessingStatus.SERVER, entry.seen().processingStatus());
        assertEquals(2, (entry.exception() + ".").split(kind.code() + ": ", -1).length, entry.exception());
    }

    private static void asked(FaultServer secondary) {
        assertTrue(secondary.requests().size() <= 1, "asked again");
        for (Conversation request : secondary.requests()) {
            assertEquals("GET " + Primary.TARGET + " HTTP/1.1", request.requestLine());
            assertTrue(request.lines().contains("Via: 1.1 understudy"), request::head);
        }
    }

    private static void recovers(Primary primary, FaultServer secondary, Outcome outcome) throws Exception {
        List<Conversation> before = List.copyOf(secondary.requests());
        secondary.recover();
        Exchange answer = primary.get(Primary.TARGET);
        assertEquals(200, answer.status(), answer::toString);
        assertEquals("image", answer.body());
        assertEquals("", primary.logged().exception());
        List<Conversation> after = secondary.requests();
        assertEquals(before.size() + 1, after.size());
        if (!before.isEmpty() && !(outcome instanceof Outcome.Passed)) {
            assertFalse(before.get(0).socket() == after.get(1).socket(), "a broken connection was used again");
        }
    }
}
