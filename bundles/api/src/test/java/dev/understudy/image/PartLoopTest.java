package dev.understudy.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PartLoopTest {

    private static final int PARTS = 1000;

    private final AtomicIntegerArray done = new AtomicIntegerArray(PARTS);

    private void assertAllOnce() {
        for (int part = 0; part < PARTS; part++) {
            assertEquals(1, done.get(part), "part " + part);
        }
    }

    @Test
    void partsAreDoneOnceWithoutHelp() {
        PartLoop.run(IdleProcessors.NONE, PARTS, () -> done::incrementAndGet);
        assertAllOnce();
    }

    @Test
    void partsAreDoneOnceWithHelpAndEachThreadHasAWorkerOfItsOwn() {
        Set<Thread> makers = Collections.synchronizedSet(new HashSet<>());
        CountDownLatch all = new CountDownLatch(1 + PartLoop.MOST_HELPERS);
        PartLoop.run(new BusyThreads(), PARTS, () -> {
            assertTrue(makers.add(Thread.currentThread()));
            all.countDown();
            return part -> {
                await(all);
                done.incrementAndGet(part);
            };
        });
        assertAllOnce();
        assertEquals(1 + PartLoop.MOST_HELPERS, makers.size());
    }

    @Test
    void partsOfHelpersThatLeaveAreDoneByOthers() {
        IdleProcessors leaving = helper -> {
            AtomicInteger left = new AtomicInteger(3);
            return new BusyThreads().start(idle -> helper.help(() -> left.getAndDecrement() > 0));
        };
        PartLoop.run(leaving, PARTS, () -> done::incrementAndGet);
        assertAllOnce();
    }

    @Test
    void failureOfAHelperEndsTheLoop() {
        Thread caller = Thread.currentThread();
        CountDownLatch failed = new CountDownLatch(1);
        IllegalStateException failure = new IllegalStateException();
        PartLoop.Worker worker = part -> {
            if (Thread.currentThread() == caller) {
                await(failed);
            } else {
                failed.countDown();
                throw failure;
            }
            done.incrementAndGet(part);
        };
        assertSame(
                failure,
                assertThrows(IllegalStateException.class, () -> PartLoop.run(new BusyThreads(), PARTS, () -> worker)));
    }

    @Test
    void failureOfTheCallerIsThrownOnceHelpersHaveEnded() {
        Thread caller = Thread.currentThread();
        AtomicInteger atWork = new AtomicInteger();
        OutOfMemoryError failure = new OutOfMemoryError("test");
        // else helpers may have done all parts before the caller comes
        CountDownLatch failed = new CountDownLatch(1);
        PartLoop.Worker worker = part -> {
            if (Thread.currentThread() == caller) {
                failed.countDown();
                throw failure;
            }
            atWork.incrementAndGet();
            await(failed);
            Thread.yield();
            atWork.decrementAndGet();
        };
        assertSame(
                failure,
                assertThrows(OutOfMemoryError.class, () -> PartLoop.run(new BusyThreads(), PARTS, () -> worker)));
        assertEquals(0, atWork.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
