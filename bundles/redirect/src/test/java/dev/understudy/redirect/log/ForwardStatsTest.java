package dev.understudy.redirect.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries.ForwardCount;
import dev.understudy.observe.Secondaries.LastFailure;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardStatsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final ForwardStats stats = new ForwardStats(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void nothingIsKnownAtFirst() {
        assertNull(stats.reachable());
        assertNull(stats.last());
        assertEquals(List.of(), stats.counts());
    }

    @Test
    void countsByReasonAndOutcome() {
        for (int i = 0; i < 5; i++) {
            stats.recordBegin();
        }
        stats.recordAnswer(FailureKind.SOURCE_MISSING);
        assertTrue(stats.reachable());
        stats.recordFailure(FailureKind.SOURCE_MISSING, failure(FailureKind.SECONDARY_TIMEOUT));
        assertFalse(stats.reachable());
        stats.recordAnswer(FailureKind.SOURCE_MISSING);
        stats.recordClientLeft(FailureKind.SOURCE_CORRUPT);
        assertEquals(1, stats.underWay());
        assertTrue(stats.reachable());
        assertEquals(
                List.of(
                        new ForwardCount(FailureKind.SOURCE_MISSING, "answered", 2),
                        new ForwardCount(FailureKind.SOURCE_MISSING, "secondary.timeout", 1),
                        new ForwardCount(FailureKind.SOURCE_CORRUPT, "client-left", 1)),
                stats.counts());
    }

    @Test
    void requestsThatAreNotSentDoNotChangeReachable() {
        stats.recordBegin();
        stats.recordBlameless(FailureKind.SOURCE_MISSING, failure(FailureKind.SECONDARY_BUSY));
        stats.recordNotSent(FailureKind.SOURCE_MISSING, failure(FailureKind.SECONDARY_DOWN));
        assertNull(stats.reachable());
        assertEquals(0, stats.underWay());
        assertEquals(new LastFailure(FailureKind.SECONDARY_BUSY, "why", NOON), stats.last());
        assertEquals(2, stats.counts().size());
    }

    private static Failure failure(FailureKind kind) {
        return new Failure.SecondaryFailure(kind, "why", null);
    }
}
