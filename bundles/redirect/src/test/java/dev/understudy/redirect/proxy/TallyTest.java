package dev.understudy.redirect.proxy;

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

class TallyTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Tally tally = new Tally(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void nothingIsKnownAtFirst() {
        assertNull(tally.reachable());
        assertNull(tally.last());
        assertEquals(List.of(), tally.counts());
    }

    @Test
    void countsByReasonAndOutcome() {
        for (int i = 0; i < 5; i++) {
            tally.begins();
        }
        tally.answered(FailureKind.SOURCE_MISSING);
        assertTrue(tally.reachable());
        tally.failed(FailureKind.SOURCE_MISSING, failure(FailureKind.SECONDARY_TIMEOUT));
        assertFalse(tally.reachable());
        tally.answered(FailureKind.SOURCE_MISSING);
        tally.left(FailureKind.SOURCE_CORRUPT);
        assertEquals(1, tally.underWay());
        assertTrue(tally.reachable());
        assertEquals(
                List.of(
                        new ForwardCount(FailureKind.SOURCE_MISSING, "answered", 2),
                        new ForwardCount(FailureKind.SOURCE_MISSING, "secondary.timeout", 1),
                        new ForwardCount(FailureKind.SOURCE_CORRUPT, "client-left", 1)),
                tally.counts());
    }

    @Test
    void whatIsNotSentSaysNothingAboutTheServer() {
        tally.begins();
        tally.turnedAway(FailureKind.SOURCE_MISSING, failure(FailureKind.SECONDARY_BUSY));
        tally.notSent(FailureKind.SOURCE_MISSING, failure(FailureKind.SECONDARY_DOWN));
        assertNull(tally.reachable());
        assertEquals(0, tally.underWay());
        assertEquals(new LastFailure(FailureKind.SECONDARY_BUSY, "why", NOON), tally.last());
        assertEquals(2, tally.counts().size());
    }

    private static Failure failure(FailureKind kind) {
        return new Failure.Secondary(kind, "why", null);
    }
}
