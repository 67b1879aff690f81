package dev.understudy.http.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service that is absent for a moment is never taken for one that has gone. */
class SwappableServiceTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Scheduler timer = new ScheduledExecutorScheduler();

    @BeforeEach
    void starts() throws Exception {
        timer.start();
    }

    @AfterEach
    void ends() throws Exception {
        timer.stop();
        threads.shutdownNow();
    }

    private static SwappableService<String> slot(Duration grace) {
        SwapPolicy policy = new SwapPolicy(grace, 10, LONG);
        return new SwappableService<>("test", () -> policy);
    }

    private static final class Recorded implements PendingRequest<String> {

        final BlockingQueue<String> outcome = new ArrayBlockingQueue<>(1);

        @Override
        public void resume(Permit<String> permit) {
            outcome.add(permit.value());
            permit.release();
        }

        @Override
        public void expire() {
            outcome.add("expired");
        }
    }

    @Test
    void noMomentOfTheFirstSwapLooksLikeAnAbsence() throws Exception {
        for (int round = 0; round < 5_000; round++) {
            SwappableService<String> service = slot(LONG);
            service.add("old", 0);
            AtomicBoolean done = new AtomicBoolean();
            AtomicReference<SlotState> unexpected = new AtomicReference<>();
            CompletableFuture<Void> started = new CompletableFuture<>();
            CompletableFuture<Void> watcher = CompletableFuture.runAsync(
                    () -> {
                        started.complete(null);
                        while (!done.get()) {
                            SlotState seen = service.state();
                            if (seen != SlotState.SERVING && seen != SlotState.SWAPPING) {
                                unexpected.set(seen);
                            }
                        }
                    },
                    threads);
            started.join();
            service.remove("old");
            done.set(true);
            watcher.get(30, TimeUnit.SECONDS);
            if (unexpected.get() != null) {
                fail("round " + round + " saw " + unexpected.get());
            }
        }
    }

    @Test
    void theGraceBeginsWhenTheLastRequestHasEnded() throws Exception {
        Duration grace = Duration.ofSeconds(2);
        SwappableService<String> service = slot(grace);
        service.add("old", 0);
        Permit<String> last = service.acquire();
        assertTrue(last != null);
        CompletableFuture<Void> removal = CompletableFuture.runAsync(() -> service.remove("old"), threads);
        while (service.state() != SlotState.SWAPPING) {
            Thread.onSpinWait();
        }
        Recorded pending = new Recorded();
        assertTrue(service.hold(pending, timer, threads));
        // Just before the request's own time is up: more is left of the grace than of the request's time.
        Thread.sleep(grace.toMillis() - 200);
        last.release();
        removal.get(30, TimeUnit.SECONDS);
        Thread.sleep(400);
        service.add("new", 0);
        assertEquals("new", pending.outcome.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aRequestExpiresWhenNoServiceComes() throws Exception {
        SwappableService<String> service = slot(Duration.ofMillis(100));
        service.add("old", 0);
        service.remove("old");
        Recorded pending = new Recorded();
        assertTrue(service.hold(pending, timer, threads));
        assertEquals("expired", pending.outcome.poll(30, TimeUnit.SECONDS));
        Thread.sleep(110);
        assertEquals(SlotState.GONE, service.state());
    }
}
