package dev.understudy.engine.gate;

import static dev.understudy.engine.gate.FairQueue.MemoryGrant.LATER;
import static dev.understudy.engine.gate.FairQueue.MemoryGrant.LOST;
import static dev.understudy.engine.gate.FairQueue.MemoryGrant.RESERVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whose turn it is, step by step. */
class FairQueueTest {

    private static final long MEMORY = 100;

    private final FairQueue turns = new FairQueue(new WorkLimits(2, 1000, MEMORY));

    private QueueEntry next() {
        return assertNotNull(turns.next());
    }

    private static QueueEntry assertNotNull(QueueEntry ticket) {
        assertTrue(ticket != null, "no task may begin");
        return ticket;
    }

    /** Another task of a tenant, which begins at once. */
    private QueueEntry begun(String tenant) {
        QueueEntry ticket = turns.queue(tenant);
        assertSame(ticket, turns.next());
        return ticket;
    }

    /** A task that has begun and asks for memory that it does not get, and so waits again. */
    private void postponed(QueueEntry ticket, long bytes) {
        assertEquals(LATER, turns.reserve(ticket, bytes));
        turns.postpone(ticket);
    }

    private List<QueueEntry> flood(String tenant, int works) {
        List<QueueEntry> tickets = new ArrayList<>();
        for (int i = 0; i < works; i++) {
            tickets.add(turns.queue(tenant));
        }
        return tickets;
    }

    @Test
    void oneTenantsWorksBeginInOrderAsManyAsThereArePermits() {
        List<QueueEntry> works = flood("one", 3);
        assertSame(works.get(0), turns.next());
        assertSame(works.get(1), turns.next());
        assertNull(turns.next());
        turns.end(works.get(1));
        assertSame(works.get(2), turns.next());
        assertNull(turns.next());
    }

    @Test
    void anotherTenantBeginsAtOnce() {
        flood("one", 50);
        next();
        next();
        assertNull(turns.next());
        QueueEntry other = turns.queue("two");
        assertSame(other, turns.next());
        turns.queue("two");
        turns.queue("three");
        assertNull(turns.next(), "there is one permit more, not one a tenant");
        turns.end(other);
        assertEquals("three", next().tenant().name(), "who has had no turn yet");
        assertNull(turns.next());
    }

    @Test
    void turnsGoRound() {
        flood("one", 10);
        flood("two", 10);
        flood("three", 10);
        List<QueueEntry> atWork = new ArrayList<>(List.of(next(), next(), next()));
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            turns.end(atWork.remove(0));
            QueueEntry ticket = next();
            order.append(ticket.tenant().name()).append(' ');
            atWork.add(ticket);
        }
        assertEquals(12, order.toString().split(" ").length);
        for (String tenant : List.of("one", "two", "three")) {
            assertEquals(4, order.toString().split(tenant, -1).length - 1, order.toString());
        }
    }

    /** The clock is that of the tasks: each takes as long as every other. */
    @Test
    void aFloodedTenantHardlyDelaysAnother() {
        flood("flooded", 10_000);
        List<QueueEntry> atWork = new ArrayList<>(List.of(next(), next()));
        Random random = new Random(1);
        int longestWait = 0;
        for (int request = 0; request < 200; request++) {
            QueueEntry quiet = turns.queue("quiet");
            int waited = 0;
            for (QueueEntry begun = turns.next(); quiet.phase == QueueEntry.QueuePhase.WAITING; begun = turns.next()) {
                waited++;
                if (begun != null) {
                    atWork.add(begun);
                }
                turns.end(atWork.remove(random.nextInt(atWork.size())));
            }
            longestWait = Math.max(longestWait, waited);
            turns.end(quiet);
            for (QueueEntry begun = turns.next(); begun != null; begun = turns.next()) {
                atWork.add(begun);
            }
        }
        assertEquals(0, longestWait, "works of others that had to end first");
    }

    @Test
    void whoAsksForLittleGoesBeforeAFlood() {
        flood("flooded", 50);
        QueueEntry first = next();
        QueueEntry second = next();
        begun("quiet");
        QueueEntry later = turns.queue("quiet");
        assertNull(turns.next());
        turns.end(first);
        assertSame(later, turns.next());
        turns.end(second);
        assertEquals("flooded", next().tenant().name(), "who has nothing at work is not kept from it");
        turns.queue("quiet");
        assertNull(turns.next());
        turns.end(later);
        turns.queue("quiet");
        turns.queue("quiet");
        assertNull(turns.next(), "three works are more than can be at work at once");
    }

    @Test
    void aFloodLeavesOnePermitFreeForAWhileAfterSomebodyAskedForLittle() {
        flood("flooded", 50);
        QueueEntry first = next();
        QueueEntry second = next();
        turns.end(begun("quiet"));
        turns.end(first);
        assertNull(turns.next(), "the next request of the quiet one may come any moment");
        QueueEntry quiet = begun("quiet");
        QueueEntry another = begun("quiet");
        turns.end(quiet);
        turns.end(another);
        assertNull(turns.next());
        for (int turn = 0; turn < 4; turn++) {
            turns.end(second);
            second = next();
            assertNull(turns.next());
        }
        turns.end(second);
        next();
        assertEquals("flooded", next().tenant().name(), "it does not come again");
    }

    @Test
    void memoryIsReservedAndGivenBack() {
        flood("one", 2);
        QueueEntry first = next();
        QueueEntry second = next();
        assertEquals(RESERVED, turns.reserve(first, 60));
        assertEquals(LATER, turns.reserve(second, 60));
        assertEquals(RESERVED, turns.reserve(first, 30), "less than it has already");
        assertEquals(60, turns.reserved());
        turns.postpone(second);
        assertNull(turns.next());
        turns.end(first);
        assertSame(second, turns.next());
        assertEquals(60, turns.reserved(), "is reserved before it begins");
        assertEquals(RESERVED, turns.reserve(second, 60));
        turns.end(second);
        assertEquals(0, turns.reserved());
        assertEquals(0, turns.taken());
    }

    @Test
    void whoWaitsForMemoryHoldsNoPermit() {
        turns.reserve(begun("one"), 90);
        postponed(begun("two"), 50);
        assertEquals(1, turns.taken());
        begun("three");
    }

    @Test
    void smallWorksDoNotStarveALargeOne() {
        QueueEntry small = begun("small");
        assertEquals(RESERVED, turns.reserve(small, 20));
        QueueEntry large = begun("large");
        postponed(large, 90);
        QueueEntry smaller = begun("small");
        // would fit, but the large one is before it
        postponed(smaller, 20);
        turns.end(small);
        assertSame(large, turns.next());
        assertNull(turns.next());
        turns.end(large);
        assertSame(smaller, turns.next());
    }

    @Test
    void aTenantWithLargeWorksDoesNotKeepMemoryFromOthers() {
        flood("large", 3);
        QueueEntry first = next();
        turns.reserve(first, 80);
        postponed(next(), 80);
        assertEquals(RESERVED, turns.reserve(begun("small"), 20), "its tenant has none yet");
    }

    @Test
    void aTenantsWorksTogetherLeaveSomeForAnother() {
        flood("one", 3);
        assertEquals(RESERVED, turns.reserve(next(), 50));
        QueueEntry second = next();
        assertEquals(LATER, turns.reserve(second, 30), "three quarters at most");
        assertEquals(RESERVED, turns.reserve(second, 25));
        assertEquals(RESERVED, turns.reserve(begun("two"), 25));
        assertEquals(MEMORY, turns.reserved());
    }

    @Test
    void aSingleWorkMayHaveAllMemory() {
        flood("one", 1);
        assertEquals(RESERVED, turns.reserve(next(), MEMORY));
    }

    @Test
    void worksThatAreGivenUpAreReplacedAsLongAsTheyAreFew() {
        flood("one", 10);
        List<QueueEntry> stuck = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            QueueEntry ticket = next();
            turns.giveUp(ticket);
            stuck.add(ticket);
        }
        stuck.add(next());
        stuck.add(next());
        assertNull(turns.next());
        turns.giveUp(stuck.get(2));
        assertEquals(3, turns.overdue());
        assertEquals(2, turns.taken());
        assertNull(turns.next(), "the third takes its permit with it");
        turns.end(stuck.get(0));
        assertEquals(1, turns.taken(), "one that comes back lets another be replaced");
        next();
        stuck.subList(1, 4).forEach(turns::end);
        assertEquals(1, turns.taken());
        assertEquals(0, turns.overdue());
    }

    @Test
    void memoryOfWorksThatAreGivenUpIsLostUntilTheyEnd() {
        flood("one", 4);
        QueueEntry stuck = next();
        turns.reserve(stuck, 60);
        QueueEntry waiting = next();
        postponed(waiting, 70);
        turns.giveUp(stuck);
        assertEquals(LOST, turns.reserve(stuck, 70), "a work that is given up gets no more");
        assertNull(turns.next());
        QueueEntry other = begun("two");
        assertEquals(LOST, turns.reserve(other, 50));
        assertEquals(RESERVED, turns.reserve(other, 40), "no task waits for one that cannot begin");
        turns.end(other);
        turns.end(stuck);
        assertSame(waiting, turns.next());
    }

    @Test
    void aWaitingWorkThatIsGivenUpIsGone() {
        List<QueueEntry> works = flood("one", 2);
        turns.giveUp(works.get(0));
        assertEquals(QueueEntry.QueuePhase.ENDED, works.get(0).phase);
        assertSame(works.get(1), turns.next());
        assertNull(turns.next());
    }

    /** Whatever happens in whatever order: no limit is exceeded, nothing is lost, and everything ends. */
    @Test
    void theBooksBalance() {
        Random random = new Random(7);
        Map<QueueEntry, Boolean> begun = new HashMap<>();
        List<QueueEntry> all = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(3) == 0) {
                all.add(turns.queue("t" + random.nextInt(4)));
            }
            QueueEntry ticket = turns.next();
            if (ticket != null) {
                begun.put(ticket, true);
            }
            if (!begun.isEmpty()) {
                step(new ArrayList<>(begun.keySet()).get(random.nextInt(begun.size())), begun, random);
            }
            assertTrue(turns.reserved() <= MEMORY && turns.reserved() >= 0);
            assertTrue(turns.taken() <= 3 && turns.taken() >= 0);
        }
        drain(begun);
        assertTrue(all.stream().allMatch(ticket -> ticket.phase == QueueEntry.QueuePhase.ENDED));
        assertEquals(0, turns.reserved());
        assertEquals(0, turns.taken());
        assertEquals(0, turns.overdue());
    }

    private void step(QueueEntry ticket, Map<QueueEntry, Boolean> begun, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (turns.reserve(ticket, 1 + random.nextInt((int) MEMORY)) == LATER) {
                    begun.remove(ticket);
                    turns.postpone(ticket);
                }
            }
            case 1 -> turns.giveUp(ticket);
            default -> {
                begun.remove(ticket);
                turns.end(ticket);
            }
        }
    }

    private void drain(Map<QueueEntry, Boolean> begun) {
        begun.keySet().forEach(turns::end);
        for (QueueEntry ticket = turns.next(); ticket != null; ticket = turns.next()) {
            turns.end(ticket);
        }
    }
}
