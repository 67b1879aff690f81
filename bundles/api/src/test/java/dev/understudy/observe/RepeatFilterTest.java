package dev.understudy.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

    private Instant now = Instant.EPOCH;
    private final RepeatFilter filter = new RepeatFilter(() -> now);

    @Test
    void aProblemPassesOnceAndThenWithItsNumber() {
        assertEquals("", filter.pass("a"));
        assertNull(filter.pass("a"));
        assertNull(filter.pass("a"));
        assertEquals("", filter.pass("b"));
        now = now.plus(Duration.ofMinutes(10));
        assertEquals(" (and 2 times since it was told last)", filter.pass("a"));
        assertNull(filter.pass("a"));
    }

    @Test
    void aProblemThatComesAgainMuchLaterIsNew() {
        assertEquals("", filter.pass("a"));
        now = now.plus(Duration.ofMinutes(11));
        assertEquals("", filter.pass("a"));
    }

    @Test
    void onlySoManyAreRemembered() {
        filter.pass("first");
        for (int i = 0; i < 500; i++) {
            filter.pass("problem " + i);
        }
        assertEquals("", filter.pass("first"));
    }
}
