package dev.understudy.redirect.breaker;

import static dev.understudy.observe.Secondaries.BreakerState.CLOSED;
import static dev.understudy.observe.Secondaries.BreakerState.HALF_OPEN;
import static dev.understudy.observe.Secondaries.BreakerState.OPEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.redirect.settings.BreakerSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private long now = Long.MAX_VALUE - 1000;
    private final Breaker breaker = new Breaker(new BreakerSettings(3, Duration.ofSeconds(10)), () -> now);

    @Test
    void aProbeThatWaitsForItsClientHoldsUpNoOther() {
        for (int i = 0; i < 3; i++) {
            breaker.admit().failed();
        }
        now += Duration.ofSeconds(10).toNanos();
        BreakerPermit slow = breaker.admit();
        assertNull(breaker.admit());
        slow.clientWaits(true);
        BreakerPermit next = breaker.admit();
        assertNotNull(next);
        slow.clientWaits(false);
        assertNull(breaker.admit());
        assertTrue(next.succeeded());
        assertFalse(slow.failed());
    }

    @Test
    void opensAfterFailuresInARow() {
        fail(2);
        breaker.admit().succeeded();
        fail(2);
        assertEquals(CLOSED, breaker.state());
        fail(1);
        assertEquals(OPEN, breaker.state());
        assertNull(breaker.admit());
    }

    @Test
    void oneProbeComesThroughAndClosesIt() {
        fail(3);
        pass(9_999);
        assertNull(breaker.admit());
        pass(1);
        BreakerPermit probe = breaker.admit();
        assertNotNull(probe);
        assertNull(breaker.admit());
        assertEquals(HALF_OPEN, breaker.state());
        assertTrue(probe.succeeded());
        assertEquals(CLOSED, breaker.state());
        fail(2);
        assertEquals(CLOSED, breaker.state());
    }

    @Test
    void aProbeThatFailsKeepsItOpenForAsLongAgain() {
        fail(3);
        pass(10_000);
        BreakerPermit probe = breaker.admit();
        pass(4_000);
        probe.failed();
        pass(9_999);
        assertNull(breaker.admit());
        pass(1);
        assertNotNull(breaker.admit());
    }

    /** Row 33 of faults.md. */
    @Test
    void aServerThatIsBackIsAskedAgainWithinThatTime() {
        fail(3);
        for (int i = 0; i < 3; i++) {
            pass(10_000);
            breaker.admit().failed();
        }
        long waited = 0;
        BreakerPermit permit = breaker.admit();
        while (permit == null) {
            pass(100);
            waited += 100;
            permit = breaker.admit();
        }
        permit.succeeded();
        assertEquals(10_000, waited);
        assertEquals(CLOSED, breaker.state());
    }

    @Test
    void anAbandonedProbeLetsTheNextOneThrough() {
        fail(3);
        pass(10_000);
        breaker.admit().abandoned();
        assertNotNull(breaker.admit());
        assertNull(breaker.admit());
    }

    @Test
    void aProbeWithoutOutcomeDoesNotHoldUpTheNextOne() {
        fail(3);
        pass(10_000);
        BreakerPermit slow = breaker.admit();
        pass(10_000);
        assertNotNull(breaker.admit());
        slow.succeeded();
        assertEquals(CLOSED, breaker.state());
    }

    @Test
    void permitsFromBeforeItOpenedNoLongerMatter() {
        BreakerPermit good = breaker.admit();
        BreakerPermit bad = breaker.admit();
        BreakerPermit left = breaker.admit();
        fail(3);
        good.succeeded();
        assertEquals(OPEN, breaker.state());
        pass(9_999);
        bad.failed();
        left.abandoned();
        assertNull(breaker.admit());
        pass(1);
        assertNotNull(breaker.admit());
    }

    @Test
    void onlyTheFirstReportOfAPermitCounts() {
        BreakerPermit permit = breaker.admit();
        permit.failed();
        permit.failed();
        permit.failed();
        assertEquals(CLOSED, breaker.state());
        BreakerPermit left = breaker.admit();
        left.abandoned();
        left.succeeded();
        fail(2);
        assertEquals(OPEN, breaker.state());
    }

    @Test
    void resettingClosesIt() {
        fail(3);
        assertTrue(breaker.reset());
        assertFalse(breaker.reset());
        assertEquals(CLOSED, breaker.state());
        fail(2);
        assertEquals(CLOSED, breaker.state());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            boolean opened = breaker.admit().failed();
            assertEquals(breaker.state() == OPEN, opened);
        }
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
    }
}
