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

    private final FairQueue queue = new FairQueue(new WorkLimits(2, 1000, MEMORY));

    private QueueEntry next() {
        return assertNotNull(queue.next());
    }

    private static QueueEntry assertNotNull(QueueEntry entry) {
        assertTrue(entry != null, "no task may begin");
        return entry;
    }

    /** Another task of a tenant, which begins at once. */
    private QueueEntry begun(String tenant) {
        QueueEntry entry = queue.queue(tenant);
        assertSame(entry, queue.next());
        return entry;
    }

    /** A task that has begun and asks for memory that it does not get, and so waits again. */
    private void postponed(QueueEntry entry, long bytes) {
        assertEquals(LATER, queue.reserve(entry, bytes));
        queue.postpone(entry);
    }

    private List<QueueEntry> flood(String tenant, int works) {
        List<QueueEntry> entries = new ArrayList<>();
        for (int i = 0; i < works; i++) {
            entries.add(queue.queue(tenant));
        }
        return entries;
    }

    @Test
    void oneTenantsWorksBeginInOrderAsManyAsThereArePermits() {
        List<QueueEntry> works = flood("one", 3);
        assertSame(works.get(0), queue.next());
        assertSame(works.get(1), queue.next());
        assertNull(queue.next());
        queue.end(works.get(1));
        assertSame(works.get(2), queue.next());
        assertNull(queue.next());
    }

    @Test
    void anotherTenantBeginsAtOnce() {
        flood("one", 50);
        next();
        next();
        assertNull(queue.next());
        QueueEntry other = queue.queue("two");
        assertSame(other, queue.next());
        queue.queue("two");
        queue.queue("three");
        assertNull(queue.next(), "there is one permit more, not one a tenant");
        queue.end(other);
        assertEquals("three", next().tenant().name(), "who has had no turn yet");
        assertNull(queue.next());
    }

    @Test
    void turnsGoRound() {
        flood("one", 10);
        flood("two", 10);
        flood("three", 10);
        List<QueueEntry> atWork = new ArrayList<>(List.of(next(), next(), next()));
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            queue.end(atWork.remove(0));
            QueueEntry entry = next();
            order.append(entry.tenant().name()).append(' ');
            atWork.add(entry);
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
            QueueEntry quiet = queue.queue("quiet");
            int waited = 0;
            for (QueueEntry begun = queue.next(); quiet.phase == QueueEntry.QueuePhase.WAITING; begun = queue.next()) {
                waited++;
                if (begun != null) {
                    atWork.add(begun);
                }
                queue.end(atWork.remove(random.nextInt(atWork.size())));
            }
            longestWait = Math.max(longestWait, waited);
            queue.end(quiet);
            for (QueueEntry begun = queue.next(); begun != null; begun = queue.next()) {
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
        QueueEntry later = queue.queue("quiet");
        assertNull(queue.next());
        queue.end(first);
        assertSame(later, queue.next());
        queue.end(second);
        assertEquals("flooded", next().tenant().name(), "who has nothing at work is not kept from it");
        queue.queue("quiet");
        assertNull(queue.next());
        queue.end(later);
        queue.queue("quiet");
        queue.queue("quiet");
        assertNull(queue.next(), "three works are more than can be at work at once");
    }

    @Test
    void aFloodLeavesOnePermitFreeForAWhileAfterSomebodyAskedForLittle() {
        flood("flooded", 50);
        QueueEntry first = next();
        QueueEntry second = next();
        queue.end(begun("quiet"));
        queue.end(first);
        assertNull(queue.next(), "the next request of the quiet one may come any moment");
        QueueEntry quiet = begun("quiet");
        QueueEntry another = begun("quiet");
        queue.end(quiet);
        queue.end(another);
        assertNull(queue.next());
        for (int turn = 0; turn < 4; turn++) {
            queue.end(second);
            second = next();
            assertNull(queue.next());
        }
        queue.end(second);
        next();
        assertEquals("flooded", next().tenant().name(), "it does not come again");
    }

    @Test
    void memoryIsReservedAndGivenBack() {
        flood("one", 2);
        QueueEntry first = next();
        QueueEntry second = next();
        assertEquals(RESERVED, queue.reserve(first, 60));
        assertEquals(LATER, queue.reserve(second, 60));
        assertEquals(RESERVED, queue.reserve(first, 30), "less than it has already");
        assertEquals(60, queue.reserved());
        queue.postpone(second);
        assertNull(queue.next());
        queue.end(first);
        assertSame(second, queue.next());
        assertEquals(60, queue.reserved(), "is reserved before it begins");
        assertEquals(RESERVED, queue.reserve(second, 60));
        queue.end(second);
        assertEquals(0, queue.reserved());
        assertEquals(0, queue.taken());
    }

    @Test
    void whoWaitsForMemoryHoldsNoPermit() {
        queue.reserve(begun("one"), 90);
        postponed(begun("two"), 50);
        assertEquals(1, queue.taken());
        begun("three");
    }

    @Test
    void smallWorksDoNotStarveALargeOne() {
        QueueEntry small = begun("small");
        assertEquals(RESERVED, queue.reserve(small, 20));
        QueueEntry large = begun("large");
        postponed(large, 90);
        QueueEntry smaller = begun("small");
        // would fit, but the large one is before it
        postponed(smaller, 20);
        queue.end(small);
        assertSame(large, queue.next());
        assertNull(queue.next());
        queue.end(large);
        assertSame(smaller, queue.next());
    }

    @Test
    void aTenantWithLargeWorksDoesNotKeepMemoryFromOthers() {
        flood("large", 3);
        QueueEntry first = next();
        queue.reserve(first, 80);
        postponed(next(), 80);
        assertEquals(RESERVED, queue.reserve(begun("small"), 20), "its tenant has none yet");
    }

    @Test
    void aTenantsWorksTogetherLeaveSomeForAnother() {
        flood("one", 3);
        assertEquals(RESERVED, queue.reserve(next(), 50));
        QueueEntry second = next();
        assertEquals(LATER, queue.reserve(second, 30), "three quarters at most");
        assertEquals(RESERVED, queue.reserve(second, 25));
        assertEquals(RESERVED, queue.reserve(begun("two"), 25));
        assertEquals(MEMORY, queue.reserved());
    }

    @Test
    void aSingleWorkMayHaveAllMemory() {
        flood("one", 1);
        assertEquals(RESERVED, queue.reserve(next(), MEMORY));
    }

    @Test
    void worksThatAreGivenUpAreReplacedAsLongAsTheyAreFew() {
        flood("one", 10);
        List<QueueEntry> stuck = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            QueueEntry entry = next();
            queue.giveUp(entry);
            stuck.add(entry);
        }
        stuck.add(next());
        stuck.add(next());
        assertNull(queue.next());
        queue.giveUp(stuck.get(2));
        assertEquals(3, queue.overdue());
        assertEquals(2, queue.taken());
        assertNull(queue.next(), "the third takes its permit with it");
        queue.end(stuck.get(0));
        assertEquals(1, queue.taken(), "one that comes back lets another be replaced");
        next();
        stuck.subList(1, 4).forEach(queue::end);
        assertEquals(1, queue.taken());
        assertEquals(0, queue.overdue());
    }

    @Test
    void memoryOfWorksThatAreGivenUpIsLostUntilTheyEnd() {
        flood("one", 4);
        QueueEntry stuck = next();
        queue.reserve(stuck, 60);
        QueueEntry waiting = next();
        postponed(waiting, 70);
        queue.giveUp(stuck);
        assertEquals(LOST, queue.reserve(stuck, 70), "a work that is given up gets no more");
        assertNull(queue.next());
        QueueEntry other = begun("two");
        assertEquals(LOST, queue.reserve(other, 50));
        assertEquals(RESERVED, queue.reserve(other, 40), "no task waits for one that cannot begin");
        queue.end(other);
        queue.end(stuck);
        assertSame(waiting, queue.next());
    }

    @Test
    void aWaitingWorkThatIsGivenUpIsGone() {
        List<QueueEntry> works = flood("one", 2);
        queue.giveUp(works.get(0));
        assertEquals(QueueEntry.QueuePhase.ENDED, works.get(0).phase);
        assertSame(works.get(1), queue.next());
        assertNull(queue.next());
    }

    /** Whatever happens in whatever order: no limit is exceeded, nothing is lost, and everything ends. */
    @Test
    void theBooksBalance() {
        Random random = new Random(7);
        Map<QueueEntry, Boolean> begun = new HashMap<>();
        List<QueueEntry> all = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            if (random.nextInt(3) == 0) {
                all.add(queue.queue("t" + random.nextInt(4)));
            }
            QueueEntry entry = queue.next();
            if (entry != null) {
                begun.put(entry, true);
            }
            if (!begun.isEmpty()) {
                step(new ArrayList<>(begun.keySet()).get(random.nextInt(begun.size())), begun, random);
            }
            assertTrue(queue.reserved() <= MEMORY && queue.reserved() >= 0);
            assertTrue(queue.taken() <= 3 && queue.taken() >= 0);
        }
        drain(begun);
        assertTrue(all.stream().allMatch(entry -> entry.phase == QueueEntry.QueuePhase.ENDED));
        assertEquals(0, queue.reserved());
        assertEquals(0, queue.taken());
        assertEquals(0, queue.overdue());
    }

    private void step(QueueEntry entry, Map<QueueEntry, Boolean> begun, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (queue.reserve(entry, 1 + random.nextInt((int) MEMORY)) == LATER) {
                    begun.remove(entry);
                    queue.postpone(entry);
                }
            }
            case 1 -> queue.giveUp(entry);
            default -> {
                begun.remove(entry);
                queue.end(entry);
            }
        }
    }

    private void drain(Map<QueueEntry, Boolean> begun) {
        begun.keySet().forEach(queue::end);
        for (QueueEntry entry = queue.next(); entry != null; entry = queue.next()) {
            queue.end(entry);
        }
    }

    @Test
    void aTaskThatWaitsForAnotherServerLendsItsPermitAndComesBackFirst() {
        QueueEntry away = begun("one");
        QueueEntry other = begun("one");
        assertEquals(RESERVED, queue.reserve(away, 60));
        List<QueueEntry> waiting = flood("one", 3);
        assertNull(queue.next());
        assertTrue(queue.lend(away));
        assertEquals(60, queue.reserved(), "it keeps its memory");
        assertSame(waiting.get(0), queue.next());
        assertNull(queue.next());
        queue.returning(true);
        queue.end(other);
        assertNull(queue.next(), "whoever comes back goes first");
        assertTrue(queue.takeBack(away));
        queue.returning(false);
        assertEquals(2, queue.atWork());
        assertEquals(0, queue.away());
        assertNull(queue.next());
        queue.end(away);
        assertEquals(0, queue.reserved());
        assertSame(waiting.get(1), queue.next());
    }

    @Test
    void aTaskComesBackWhenThereIsAPermit() {
        QueueEntry away = begun("one");
        assertTrue(queue.lend(away));
        begun("one");
        begun("one");
        QueueEntry third = begun("two");
        assertEquals(false, queue.takeBack(away));
        queue.end(third);
        assertTrue(queue.takeBack(away));
    }

    @Test
    void aTaskThatIsGivenUpWhileItIsAwayLosesItsMemoryUntilItEnds() {
        QueueEntry away = begun("one");
        queue.reserve(away, 60);
        assertTrue(queue.lend(away));
        queue.giveUp(away);
        assertEquals(1, queue.overdue());
        assertEquals(0, queue.away());
        assertEquals(LOST, queue.reserve(begun("two"), 50));
        assertTrue(queue.takeBack(away), "it goes on to its end");
        queue.end(away);
        assertEquals(0, queue.overdue());
        assertEquals(0, queue.reserved());
    }

    @Test
    void notAnyNumberOfTasksAreAway() {
        int away = 0;
        QueueEntry last = begun("one");
        while (queue.lend(last) && away < 1000) {
            away++;
            last = begun("one");
        }
        assertEquals(24, away, "of one tenant");
        for (last = begun("two"); queue.lend(last) && away < 1000; last = begun("two")) {
            away++;
        }
        assertEquals(32, away, "of all");
    }

    @Test
    void aTenantWhoseTasksAreAllAwayIsNotIdle() {
        flood("one", 10);
        for (int i = 0; i < 3; i++) {
            assertTrue(queue.lend(next()));
        }
        begun("two");
        begun("three");
        assertNull(queue.next(), "the permit beside those for all is for tenants that have nothing or little");
    }

    @Test
    void aTenantWhoseTasksAreAwayHasTheOnlyPermitIfNobodyElseWantsIt() {
        FairQueue single = new FairQueue(new WorkLimits(1, 1000, MEMORY));
        single.queue("two");
        single.end(assertNotNull(single.next()));
        for (int i = 0; i < 5; i++) {
            single.queue("one");
        }
        for (int i = 0; i < 5; i++) {
            assertTrue(single.lend(assertNotNull(single.next())));
        }
    }
}
