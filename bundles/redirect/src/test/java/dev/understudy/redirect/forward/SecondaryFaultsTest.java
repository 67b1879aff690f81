package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.observe.CacheUse;
import dev.understudy.redirect.forward.SecondaryFault.Outcome;
import dev.understudy.redirect.forward.SecondaryFault.Time;
import dev.understudy.redirect.settings.BreakerSettings;
import dev.understudy.redirect.settings.RedirectSettings;
import dev.understudy.redirect.settings.Timeouts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows 20 to 29 of faults.md: for each fault of a secondary server the answer, the time it takes, the log record, and the request that
 * the secondary got; and the next answer, which is right once the server works again, over another connection.
 */
@Timeout(30)
class SecondaryFaultsTest {

    /** Allowance for a busy machine. */
    private static final long SLACK = 1000;

    /** Allowance for inexact timers. */
    private static final long EARLY = 20;

    static List<SecondaryFault> faults() {
        return SecondaryFaults.all();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void get(SecondaryFault fault) throws Exception {
        try (FaultServer secondary = fault.opening().open();
                PrimaryServer primary = new PrimaryServer(settings(secondary))) {
            RawAnswer answer = primary.get(PrimaryServer.TARGET, fault.headers().strip());
            PrimaryServer.LogLine entry = primary.logged();
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
                        Time.CONNECT_TIMEOUT.duration(),
                        Time.SOCKET_TIMEOUT.duration(),
                        Time.TOTAL_TIMEOUT.duration().minus(Time.SOCKET_TIMEOUT.duration())),
                new BreakerSettings(5, Duration.ofSeconds(10)));
    }

    private static void answered(RawAnswer answer, Outcome outcome) {
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

    private static void failed(RawAnswer answer, Outcome.Failed failed) {
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

    private static void standsIn(RawAnswer answer, String what, FailureKind why) {
        assertEquals(List.of(what + "; code=" + why.code()), answer.header("Understudy-StandIn"));
    }

    private static void cut(RawAnswer answer, Outcome.Cut cut) {
        assertEquals(200, answer.status());
        standsIn(answer, "secondary", FailureKind.SOURCE_MISSING);
        assertTrue(answer.whole().startsWith("cut: "), "it looks whole");
        assertTrue(answer.body().contains(cut.body()), "the first bytes");
    }

    private static void inTime(RawAnswer answer, Time time) {
        long millis = answer.time().toMillis();
        assertTrue(millis >= time.duration().toMillis() - EARLY, () -> "before " + time);
        assertTrue(millis <= time.atMost() + SLACK, () -> "after " + time);
    }

    private static void logged(PrimaryServer.LogLine entry, Outcome outcome, FaultServer secondary) {
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
        for (ReceivedRequest request : secondary.requests()) {
            assertEquals("GET " + PrimaryServer.TARGET + " HTTP/1.1", request.requestLine());
            assertTrue(request.lines().contains("Via: 1.1 understudy"), request::head);
        }
    }

    private static void recovers(PrimaryServer primary, FaultServer secondary, Outcome outcome) throws Exception {
        List<ReceivedRequest> before = List.copyOf(secondary.requests());
        secondary.recover();
        RawAnswer answer = primary.get(PrimaryServer.TARGET);
        assertEquals(200, answer.status(), answer::toString);
        assertEquals("payload", answer.body());
        assertEquals("", primary.logged().exception());
        List<ReceivedRequest> after = secondary.requests();
        assertEquals(before.size() + 1, after.size());
        if (!before.isEmpty() && !(outcome instanceof Outcome.Passed)) {
            assertFalse(before.get(0).socket() == after.get(1).socket(), "a broken connection was used again");
        }
    }
}
