package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.StandIns.Rung;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LadderStateTest {

    private static final Instant SOON = Instant.EPOCH.plusSeconds(1);
    private static final Failure CAUSE = new Failure.Missing("lamp", true);
    private static final Failure LATER = new Failure.Malformed("error image");
    private static final LadderState TOP = LadderState.top(CAUSE, null, Instant.EPOCH);

    @Test
    void theFirstFailureStaysTheCause() {
        LadderState bottom = TOP.failed(Rung.DEFAULT_IMAGE, LATER).failed(Rung.ERROR_IMAGE, CAUSE);
        assertSame(CAUSE, TOP.failed(Rung.DEFAULT_IMAGE, LATER).cause());
        assertSame(LATER, TOP.failed(Rung.DEFAULT_IMAGE, LATER).failure());
        assertEquals(Rung.ERROR_IMAGE, bottom.rung());
    }

    @Test
    void noRungGoesUpAgain() {
        for (Rung from : Rung.values()) {
            LadderState state = TOP.failed(from, LATER);
            for (Rung to : Rung.values()) {
                if (to.compareTo(from) < 0) {
                    assertThrows(IllegalStateException.class, () -> state.failed(to, LATER), from + " to " + to);
                } else {
                    assertEquals(to, state.failed(to, LATER).rung());
                }
            }
        }
    }

    @Test
    void aStateIsNotChangedByTheNextOne() {
        Failure why = new Failure.SecondaryFailure(FailureKind.SECONDARY_DOWN, "down", null);
        LadderState goesOn = TOP.unanswered(why, SOON);
        assertSame(why, goesOn.secondary());
        assertEquals(SOON, goesOn.deadline());
        assertEquals(Rung.REQUEST, goesOn.rung());
        assertNull(TOP.secondary());
        assertEquals(Instant.EPOCH, TOP.deadline());
    }
}
