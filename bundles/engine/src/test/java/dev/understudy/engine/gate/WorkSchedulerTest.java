package dev.understudy.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.ServingListeners;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gate with its threads. Whatever would wait for ever fails by the time limit. */
@Timeout(60)
class WorkSchedulerTest {

    private static final long MEMORY = 100;

    private final List<Thread> blamed = new CopyOnWriteArrayList<>();
    private final ServingListeners listeners = new ServingListeners();
    private final WorkScheduler scheduler = new WorkScheduler(
            new WorkLimits(2, 8, MEMORY),
            (worker, failure, toBlame) -> blamed.add(worker),
            listeners,
            Clock.systemUTC());
    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void end() {
        release.countDown();
        requests.shutdownNow();
        scheduler.close();
    }

    private <T> T run(String tenant, Task<T> work) throws ServeException {
        return scheduler.run(tenant, Instant.now().plusSeconds(50), work);
    }

    /** A request on a thread of its own whose work holds a permit and memory until the test releases it. */
    private Future<Thread> hold(String tenant, long bytes) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Thread> request = requests.submit(() -> run(tenant, memory -> {
            memory.reserve(bytes);
            begun.countDown();
            awaitUninterrupted(release);
            return Thread.currentThread();
        }));
        begun.await();
        return request;
    }

    /** As a decoder that loops for ever and hears nothing. */
    private static void awaitUninterrupted(CountDownLatch latch) {
        while (true) {
            try {
                latch.await();
                return;
            } catch (InterruptedException e) {
                // hears nothing
            }
        }
    }

    private void awaitOverdue(int works) throws InterruptedException {
        while (scheduler.overdue() != works) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
    }

    private static FailureKind kind(Throwable thrown) {
        return ((ServeException) thrown).failure().kind();
    }

    @Test
    void workIsDoneByThreadsOfTheGate() throws Exception {
        Thread worker = run("one", memory -> Thread.currentThread());
        assertNotEquals(Thread.currentThread(), worker);
        assertTrue(worker.isDaemon());
        assertTrue(worker.getName().startsWith("understudy-render-"), worker.getName());
        assertSame(WorkScheduler.class.getClassLoader(), worker.getContextClassLoader());
    }

    @Test
    void whateverIsThrownArrivesAndNothingIsKept() throws Exception {
        ServeException known = new ServeException(new Failure.Malformed("no"));
        for (int i = 0; i < 20; i++) {
            assertSame(
                    known,
                    assertThrows(
                            ServeException.class,
                            () -> run("one", memory -> {
                                memory.reserve(MEMORY);
                                throw known;
                            })));
            assertThrows(
                    ClassCastException.class,
                    () -> run("one", memory -> {
                        memory.reserve(MEMORY);
                        throw new ClassCastException("a bug");
                    }));
            ServeException eaten = assertThrows(
                    ServeException.class,
                    () -> run("one", memory -> {
                        memory.reserve(MEMORY);
                        throw new OutOfMemoryError("eaten");
                    }));
            assertEquals(FailureKind.SERVER_OVERLOADED, kind(eaten));
        }
        assertEquals("whole", run("one", memory -> {
            memory.reserve(MEMORY);
            return "whole";
        }));
    }

    @Test
    void aFullHouseRefusesAtOnce() throws Exception {
        List<AdmissionPermit> passes = new ArrayList<>();
        ServeException refused = assertThrows(ServeException.class, () -> {
            while (true) {
                passes.add(scheduler.admit("one", Instant.MAX));
            }
        });
        assertEquals(FailureKind.SERVER_OVERLOADED, kind(refused));
        assertTrue(refused.getMessage().contains("queue allows 8"), refused.getMessage());
        assertEquals(6, passes.size());
        scheduler.admit("two", Instant.MAX).close();
        passes.forEach(AdmissionPermit::close);
        assertEquals("in", run("one", memory -> "in"));
    }

    @Test
    void noMoreWorksAtATimeThanPermits() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(requests.submit(() -> run("one", memory -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                Thread.yield();
                return atWork.decrementAndGet();
            })));
        }
        for (Future<Integer> each : all) {
            each.get();
        }
        assertTrue(most.get() <= 2, most + " at a time");
    }

    @Test
    void anotherTenantNeedNotWait() throws Exception {
        hold("flooded", 1);
        hold("flooded", 1);
        Future<String> third = requests.submit(() -> run("flooded", memory -> "third"));
        assertEquals("at once", run("quiet", memory -> "at once"));
        assertFalse(third.isDone());
        release.countDown();
        assertEquals("third", third.get());
    }

    @Test
    void whoeverWaitsInVainIsToldSoAndNeverBegins() throws Exception {
        hold("one", 1);
        hold("one", 1);
        AtomicBoolean done = new AtomicBoolean();
        try (AdmissionPermit permit = scheduler.admit("one", Instant.now().plusMillis(20))) {
            ServeException late = assertThrows(
                    ServeException.class,
                    () -> permit.run(memory -> {
                        done.set(true);
                        return done;
                    }));
            assertEquals(FailureKind.SERVER_OVERLOADED, kind(late));
            assertTrue(late.getMessage().contains("(deadline)"), late.getMessage());
        }
        release.countDown();
        run("one", memory -> "next");
        assertFalse(done.get());
        assertTrue(blamed.isEmpty());
    }

    @Test
    void theDeadlineEndsWorkThatListens() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        boolean begun = false;
        for (int patience = 10; !begun; patience *= 2) {
            AtomicBoolean begins = new AtomicBoolean();
            try (AdmissionPermit permit = scheduler.admit("one", Instant.now().plusMillis(patience))) {
                ServeException late = assertThrows(
                        ServeException.class,
                        () -> permit.run(memory -> {
                            begins.set(true);
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                stopped.countDown();
                            }
                            return "too late";
                        }));
                assertEquals(FailureKind.SERVER_OVERLOADED, kind(late));
            }
            begun = begins.get();
        }
        stopped.await();
        Boolean interrupted = run("one", memory -> Thread.currentThread().isInterrupted());
        assertFalse(interrupted, "the next work has peace");
    }

    @Test
    void workThatHearsNothingIsReplaced() throws Exception {
        for (int i = 0; i < 2; i++) {
            hold("one", 10).cancel(true);
        }
        awaitOverdue(2);
        assertEquals("goes on", run("one", memory -> {
            memory.reserve(MEMORY - 20);
            return "goes on";
        }));
        ServeException lost = assertThrows(
                ServeException.class,
                () -> run("one", memory -> {
                    memory.reserve(MEMORY);
                    return "no room";
                }));
        assertEquals(FailureKind.SERVER_OVERLOADED, kind(lost));
        assertEquals(2, blamed.size());
        release.countDown();
        awaitOverdue(0);
        assertEquals("room again", run("one", memory -> {
            memory.reserve(MEMORY);
            return "room again";
        }));
    }

    @Test
    void whoFindsNoMemoryBeginsAnewWhenThereIsSome() throws Exception {
        Future<Thread> large = hold("one", 60);
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch tried = new CountDownLatch(1);
        Future<Integer> second = requests.submit(() -> run("two", memory -> {
            attempts.incrementAndGet();
            tried.countDown();
            memory.reserve(60);
            return attempts.get();
        }));
        tried.await();
        assertEquals("none needed", run("three", memory -> "none needed"));
        release.countDown();
        large.get();
        assertTrue(second.get() <= 2, "once for the size, once with the memory");
    }

    @Test
    void whatCanNeverFitIsRefusedAtOnce() {
        ServeException refused = assertThrows(
                ServeException.class,
                () -> run("one", memory -> {
                    memory.reserve(MEMORY + 1);
                    return "";
                }));
        assertEquals(FailureKind.SIZE_LIMIT, kind(refused));
        assertTrue(refused.getMessage().contains("larger than memory, 1 MB"), refused.getMessage());
    }

    @Test
    void closingEndsIdleThreadsAndLeavesTheBusyOnesTheirWork() throws Exception {
        Thread idle = run("one", memory -> Thread.currentThread());
        Future<Thread> busy = hold("one", 1);
        scheduler.close();
        release.countDown();
        busy.get().join();
        idle.join();
        ServeException refused = assertThrows(ServeException.class, () -> run("one", memory -> "too late"));
        assertEquals(FailureKind.SERVER_OVERLOADED, kind(refused));
    }

    @Test
    void aRequestThatIsInterruptedGoes() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread request = new Thread(() -> {
            assertThrows(
                    ServeException.class,
                    () -> run("one", memory -> {
                        begun.countDown();
                        awaitUninterrupted(release);
                        return "";
                    }));
            assertTrue(Thread.currentThread().isInterrupted());
            gone.countDown();
        });
        request.start();
        begun.await();
        request.interrupt();
        gone.await();
    }

    @Test
    void manyRequestsOfManyTenantsAllEnd() throws Exception {
        WorkScheduler large =
                new WorkScheduler(new WorkLimits(3, 1000, MEMORY), (w, f, t) -> {}, listeners, Clock.systemUTC());
        List<Future<Long>> all = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            long bytes = 1 + i * 37 % MEMORY;
            String tenant = "t" + i % 5;
            all.add(requests.submit(() -> {
                return large.run(tenant, Instant.now().plusSeconds(50), memory -> {
                    memory.reserve(bytes);
                    return bytes;
                });
            }));
        }
        for (Future<Long> each : all) {
            assertTrue(get(each) > 0);
        }
        large.close();
    }

    private static long get(Future<Long> each) throws InterruptedException {
        try {
            return each.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Test
    void whileATaskIsAwayOthersHaveItsPermit() throws Exception {
        CountDownLatch away = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Future<Integer> first = requests.submit(() -> run("one", memory -> {
            scheduler.goAway();
            away.countDown();
            awaitUninterrupted(answered);
            scheduler.comeBack();
            return scheduler.running();
        }));
        away.await();
        assertEquals(0, scheduler.running());
        Future<Thread> second = hold("one", 1);
        Future<Thread> third = hold("one", 1);
        assertEquals(2, scheduler.running());
        Future<Thread> light = hold("two", 1);
        answered.countDown();
        Thread.sleep(100);
        assertFalse(first.isDone(), "there is no permit for it yet");
        release.countDown();
        assertTrue(first.get() >= 1);
        second.get();
        third.get();
        light.get();
        assertEquals(0, scheduler.load().rendering());
        scheduler.goAway(); // a thread without a task has nothing to lend
        scheduler.comeBack();
    }

    @Test
    void whoWaitsForAnotherServerIsNotToBlame() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean begun = new AtomicBoolean();
        // a busy machine may not even begin it in time
        for (int patience = 50; !begun.get(); patience *= 2) {
            Instant deadline = Instant.now().plusMillis(patience);
            ServeException late = assertThrows(
                    ServeException.class,
                    () -> scheduler.run("one", deadline, memory -> {
                        begun.set(true);
                        scheduler.goAway();
                        try {
                            release.await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } finally {
                            scheduler.comeBack();
                            ended.countDown();
                        }
                        return 1;
                    }));
            assertEquals(FailureKind.SERVER_OVERLOADED, kind(late));
        }
        ended.await();
        assertEquals(List.of(), blamed);
        while (scheduler.running() > 0) {
            Thread.sleep(5);
        }
        assertEquals(0, scheduler.overdue());
    }
}
