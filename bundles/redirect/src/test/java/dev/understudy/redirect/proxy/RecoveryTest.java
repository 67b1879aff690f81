package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows 32 and 33: how long what may take while a secondary server is left alone, and when it is back. */
@Timeout(60)
class RecoveryTest {

    private static final Duration AT_ONCE = Duration.ofMillis(5);
    private static final Duration OPEN = Duration.ofMillis(200);
    /** For the machine, and for the request itself. */
    private static final Duration MORE = Duration.ofMillis(100);

    private static final int FAILURES = 2;
    private static final int WARM_UP = 50;

    @Test
    void whoIsNotForwardedIsToldAtOnce() throws Exception {
        try (FaultServer broken = FaultServer.answering("junk\r\n\r\n");
                Primary primary = primary(broken, Duration.ofMinutes(10))) {
            open(primary);
            for (int i = 0; i < WARM_UP; i++) {
                down(primary.get(Primary.TARGET));
            }
            Bound.atMost(AT_ONCE, () -> down(primary.get(Primary.TARGET)));
            // One that has been forwarded already is answered here.
            Bound.atMost(
                    AT_ONCE,
                    () -> primary.get(Primary.TARGET, "Understudy-Forwarded: 1").time());
            assertEquals(FAILURES, broken.requests().size());
        }
    }

    @Test
    void aServerThatIsBackServesWhenItsTimeIsOver() throws Exception {
        Bound.atMost(OPEN.plus(MORE), () -> {
            try (FaultServer broken = FaultServer.answering("junk\r\n\r\n");
                    Primary primary = primary(broken, OPEN)) {
                open(primary);
                broken.recover();
                return untilItServes(primary);
            }
        });
    }

    private static void open(Primary primary) throws IOException {
        for (int i = 0; i < FAILURES; i++) {
            assertEquals(502, primary.get(Primary.TARGET).status());
        }
    }

    /** As one asked for it all the time. */
    private static Duration untilItServes(Primary primary) throws IOException {
        long start = System.nanoTime();
        Exchange answer = primary.get(Primary.TARGET);
        while (answer.status() != 200) {
            down(answer);
            answer = primary.get(Primary.TARGET);
        }
        assertEquals("image", answer.body());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration down(Exchange answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertEquals(List.of("text; code=secondary.down"), answer.header("Understudy-StandIn"));
        assertEquals(List.of("1"), answer.header("Retry-After"));
        return answer.time();
    }

    private static Primary primary(FaultServer secondary, Duration open) throws Exception {
        return new Primary(RedirectSettings.of(
                new RedirectSettings.Configured(secondary.rootUrl(), 2000, 2000, FAILURES, open.toMillis())));
    }
}
