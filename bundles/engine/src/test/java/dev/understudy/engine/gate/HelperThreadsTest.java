package dev.understudy.engine.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.IdleProcessors.Running;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HelperThreadsTest {

    private final AtomicInteger tasks = new AtomicInteger(1);

    private Running begun(HelperThreads threads) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Running running = threads.start(idle -> {
            begun.countDown();
            while (idle.getAsBoolean()) {
                LockSupport.parkNanos(100_000);
            }
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        return Objects.requireNonNull(running);
    }

    @Test
    void helpersAreAsManyAsProcessorsWithoutATask() throws Exception {
        try (HelperThreads threads = new HelperThreads(3, tasks::get)) {
            Running first = begun(threads);
            Running second = begun(threads);
            assertEquals(2, threads.helping());
            assertNull(threads.start(idle -> {}));
            tasks.set(3);
            first.await();
            second.await();
        }
    }

    @Test
    void aProcessorThatATaskNeedsIsGivenBack() throws Exception {
        try (HelperThreads threads = new HelperThreads(2, tasks::get)) {
            Running helper = begun(threads);
            tasks.incrementAndGet();
            helper.await();
            assertNull(threads.start(idle -> {}), "two tasks for two processors");
            tasks.decrementAndGet();
            while (threads.helping() > 0) {
                LockSupport.parkNanos(100_000);
            }
            assertNotNull(threads.start(idle -> {}));
        }
    }

    @Test
    void oneProcessorNeverHelps() {
        try (HelperThreads threads = new HelperThreads(1, tasks::get)) {
            assertNull(threads.start(idle -> {}));
        }
    }

    @Test
    void whatAHelperThrowsIsThrownToWhoeverWaitsForIt() throws Exception {
        try (HelperThreads threads = new HelperThreads(2, tasks::get)) {
            CountDownLatch begun = new CountDownLatch(1);
            Running helper = threads.start(idle -> {
                begun.countDown();
                throw new IllegalStateException("of the helper");
            });
            assertTrue(begun.await(30, TimeUnit.SECONDS));
            IllegalStateException thrown =
                    assertThrows(IllegalStateException.class, Objects.requireNonNull(helper)::await);
            assertEquals("of the helper", thrown.getMessage());
        }
    }

    @Test
    void aHelperThatHasNotBegunDoesNotBeginOnceItIsWaitedFor() {
        AtomicInteger runs = new AtomicInteger();
        HelperRun run = new HelperRun(idle -> runs.incrementAndGet());
        run.await();
        run.run(() -> true);
        assertEquals(0, runs.get());
    }

    @Test
    void threadsHaveANameAndDoNotKeepTheServerAlive() throws Exception {
        try (HelperThreads threads = new HelperThreads(2, tasks::get)) {
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            Running helper = threads.start(idle -> thread.complete(Thread.currentThread()));
            Thread found = thread.get(30, TimeUnit.SECONDS);
            assertTrue(found.getName().startsWith("understudy-helper-"), found.getName());
            assertTrue(found.isDaemon());
            Objects.requireNonNull(helper).await();
            threads.close();
            found.join(TimeUnit.SECONDS.toMillis(30));
            assertFalse(found.isAlive());
            assertNull(threads.start(idle -> {}), "closed");
            assertEquals(0, threads.helping());
        }
    }
}
