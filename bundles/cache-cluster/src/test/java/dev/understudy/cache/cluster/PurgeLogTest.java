package dev.understudy.cache.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.observe.ReplySelection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PurgeLogTest {

    private static final Instant NOW = Instant.parse("2026-01-10T00:00:00Z");

    private final FakeMemory memory = new FakeMemory();
    private final List<List<Purge>> carriedOut = new ArrayList<>();
    private final PurgeLog log = new PurgeLog(memory, carriedOut::add);

    private void tell(String id, Instant time) {
        memory.purges.put(id, new Purge(id, time, ReplySelection.ALL).write());
    }

    private void exchange() {
        log.exchange(memory.purges, NOW);
    }

    /** The memory has purges for longer than a log does. */
    @Test
    void whatHasBeenForgottenIsNotCarriedOutAgain() {
        tell("old", NOW.minus(PurgeLog.KNOWN_FOR).minusSeconds(1));
        exchange();
        exchange();
        assertEquals(List.of(), carriedOut);
    }

    @Test
    void manyAreCarriedOutAtOnce() {
        tell("one", NOW.minusSeconds(2));
        tell("two", NOW.minusSeconds(1));
        exchange();
        exchange();
        assertEquals(1, carriedOut.size());
        assertEquals(2, carriedOut.get(0).size());
        assertEquals(2, log.known().size());
    }

    @Test
    void aPurgeOfTheFutureIsOneOfNow() {
        tell("fast clock", NOW.plus(Duration.ofDays(1)));
        exchange();
        Purge purge = log.known().get(0);
        ReplyOrigin origin = new ReplyOrigin(List.of("shop/oak"), Set.of());
        assertTrue(purge.covers(origin, NOW));
        assertFalse(purge.covers(origin, NOW.plus(Duration.ofMinutes(2))));
        new PurgeLog(memory, carriedOut::add).exchange(memory.purges, NOW.plus(Duration.ofHours(1)));
        assertEquals(NOW, carriedOut.get(1).get(0).time(), "whoever starts later is told the same");
    }

    @Test
    void aPurgeThatFailsIsTriedAgain() {
        List<Purge> tried = new ArrayList<>();
        PurgeLog failing = new PurgeLog(memory, purges -> {
            tried.addAll(purges);
            if (tried.size() == 1) {
                throw new IllegalStateException("of the test");
            }
        });
        tell("one", NOW);
        assertThrows(IllegalStateException.class, () -> failing.exchange(memory.purges, NOW));
        assertEquals(1, failing.known().size());
        failing.exchange(memory.purges, NOW);
        failing.exchange(memory.purges, NOW);
        assertEquals(2, tried.size());
    }
}
