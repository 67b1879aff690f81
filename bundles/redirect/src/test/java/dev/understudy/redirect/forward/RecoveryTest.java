package dev.understudy.redirect.forward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.understudy.redirect.settings.TestSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows 32 and 33 of faults.md: times of answers while the breaker of a secondary server is open, and the time until it closes. */
@Timeout(60)
class RecoveryTest {

    private static final Duration AT_ONCE = Duration.ofMillis(5);
    private static final Duration OPEN = Duration.ofMillis(200);
    /** Allowance for the machine, and for the request itself. */
    private static final Duration MORE = Duration.ofMillis(100);

    private static final int FAILURES = 2;
    private static final int WARM_UP = 500;

    @Test
    void aRequestThatIsNotForwardedFailsAtOnce() throws Exception {
        try (FaultServer broken = FaultServer.answering("junk\r\n\r\n");
                PrimaryServer primary = primary(broken, Duration.ofMinutes(10))) {
            open(primary);
            for (int i = 0; i < WARM_UP; i++) {
                down(primary.get(PrimaryServer.TARGET));
            }
            TimeBound.atMost(AT_ONCE, () -> down(primary.get(PrimaryServer.TARGET)));
            // A request that has been forwarded already is answered here.
            TimeBound.atMost(
                    AT_ONCE,
                    () -> primary.get(PrimaryServer.TARGET, "Understudy-Forwarded: 1")
                            .time());
            assertEquals(FAILURES, broken.requests().size());
        }
    }

    @Test
    void aServerThatWorksAgainIsAskedWhenTheBreakerHasBeenOpenForItsTime() throws Exception {
        TimeBound.atMost(OPEN.plus(MORE), () -> {
            try (FaultServer broken = FaultServer.answering("junk\r\n\r\n");
                    PrimaryServer primary = primary(broken, OPEN)) {
                open(primary);
                broken.recover();
                return untilItServes(primary);
            }
        });
    }

    private static void open(PrimaryServer primary) throws IOException {
        for (int i = 0; i < FAILURES; i++) {
            assertEquals(502, primary.get(PrimaryServer.TARGET).status());
        }
    }

    /** Asks again and again, and returns the time until the server answers. */
    private static Duration untilItServes(PrimaryServer primary) throws IOException {
        long start = System.nanoTime();
        RawAnswer answer = primary.get(PrimaryServer.TARGET);
        while (answer.status() != 200) {
            down(answer);
            answer = primary.get(PrimaryServer.TARGET);
        }
        assertEquals("payload", answer.body());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration down(RawAnswer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertEquals(List.of("text; code=secondary.down"), answer.header("Understudy-StandIn"));
        assertEquals(List.of("1"), answer.header("Retry-After"));
        return answer.time();
    }

    private static PrimaryServer primary(FaultServer secondary, Duration open) throws Exception {
        return new PrimaryServer(TestSettings.of(secondary.rootUrl(), 2000, 2000, FAILURES, open.toMillis()));
    }
}
