package dev.understudy.observe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecencyTest {

    private static final Duration SPAN = Duration.ofSeconds(5);
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void whatHasJustHappenedIsRecentUntilTheTimeIsOver() {
        assertTrue(Recency.isRecent(NOW, SPAN, NOW));
        assertTrue(Recency.isRecent(NOW, SPAN, NOW.plusMillis(4_999)));
        assertFalse(Recency.isRecent(NOW, SPAN, NOW.plus(SPAN)));
        assertFalse(Recency.isRecent(NOW, Duration.ZERO, NOW));
    }

    @Test
    void whatAClockThatWasSetBackPutsIntoTheFutureIsNotRecent() {
        assertFalse(Recency.isRecent(NOW, SPAN, NOW.minusMillis(1)));
        assertFalse(Recency.isRecent(NOW, SPAN, NOW.minus(Duration.ofDays(1))));
    }
}
