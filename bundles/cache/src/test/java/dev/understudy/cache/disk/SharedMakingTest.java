package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.Replies.key;
import static dev.understudy.cache.disk.Replies.reply;
import static dev.understudy.cache.disk.Replies.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SharedMakingTest {

    private static final int CALLERS = 200;

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private DiskReplyCache cache;

    @BeforeEach
    void open() {
        cache = new CacheFixture(folder).open();
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        cache.close();
    }

    @Test
    void ofManyCallersOneMakesTheReply() throws Exception {
        AtomicInteger made = new AtomicInteger();
        CountDownLatch allCalled = new CountDownLatch(CALLERS);
        List<Reply> replies = all(() -> {
            allCalled.countDown();
            return cache.fetch(key(1), cached -> true, () -> {
                await(allCalled);
                return reply("image " + made.incrementAndGet());
            });
        });
        assertEquals(1, made.get());
        assertTrue(replies.stream().allMatch(reply -> text(reply).equals("image 1")));
        assertEquals(
                1,
                replies.stream()
                        .filter(reply -> reply.cacheUse() == CacheUse.CREATED)
                        .count());
    }

    @Test
    void ofManyCallersOneRenewsTheReply() throws Exception {
        CacheFixture.fetch(cache, 1, "old");
        AtomicInteger made = new AtomicInteger();
        List<Reply> replies =
                all(() -> cache.fetch(key(1), cached -> text(cached.reply()).equals("new"), () -> {
                    made.incrementAndGet();
                    return reply("new");
                }));
        assertEquals(1, made.get());
        assertTrue(replies.stream().allMatch(reply -> text(reply).equals("new")));
    }

    @Test
    void aFailureIsSharedAndForgotten() throws Exception {
        Failure failure = new Failure.Missing("a", true);
        CountDownLatch failing = new CountDownLatch(1);
        List<Future<Reply>> waiting = whileLeading(failing, failure);
        for (Future<Reply> future : waiting) {
            assertEquals(failure, failureOf(future));
        }
        assertEquals(CacheUse.CREATED, CacheFixture.fetch(cache, 1, "image").cacheUse());
    }

    private List<Future<Reply>> whileLeading(CountDownLatch failing, Failure failure) throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        List<Future<Reply>> futures = new ArrayList<>();
        futures.add(threads.submit(() -> cache.fetch(key(1), cached -> true, () -> {
            leading.countDown();
            await(failing);
            throw new ServeException(failure);
        })));
        await(leading);
        for (int i = 0; i < 10; i++) {
            futures.add(threads.submit(() -> cache.fetch(key(1), cached -> true, () -> {
                throw new ServeException(failure);
            })));
        }
        failing.countDown();
        return futures;
    }

    @Test
    void aBugInTheMakerLeavesNobodyWaiting() throws Exception {
        AtomicInteger made = new AtomicInteger();
        List<Future<Reply>> futures = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            futures.add(threads.submit(() -> cache.fetch(key(1), cached -> true, () -> {
                made.incrementAndGet();
                throw new StackOverflowError("deep");
            })));
        }
        for (Future<Reply> future : futures) {
            Throwable cause =
                    assertThrows(ExecutionException.class, future::get).getCause();
            assertTrue(cause instanceof StackOverflowError
                    || ((ServeException) cause).failure().kind() == FailureKind.INTERNAL);
        }
        assertTrue(made.get() >= 1);
    }

    @Test
    void anInterruptedCallerStopsWaiting() throws Exception {
        CountDownLatch leading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        Future<Reply> leader = threads.submit(() -> cache.fetch(key(1), cached -> true, () -> {
            leading.countDown();
            await(finish);
            return reply("image");
        }));
        await(leading);
        Future<Boolean> interrupted = threads.submit(() -> {
            Thread.currentThread().interrupt();
            ServeException thrown = assertThrows(ServeException.class, () -> CacheFixture.fetch(cache, 1, "unused"));
            assertInstanceOf(Failure.Unavailable.class, thrown.failure());
            return Thread.interrupted();
        });
        assertTrue(interrupted.get());
        finish.countDown();
        assertEquals("image", text(leader.get()));
    }

    @Test
    void aMakerMayFetchItsParts() throws Exception {
        Reply whole = cache.fetch(
                key(1), cached -> true, () -> reply("whole of " + text(CacheFixture.fetch(cache, 2, "part"))));
        assertEquals("whole of part", text(whole));
        assertEquals("part", text(CacheFixture.fetch(cache, 2, "unused")));
    }

    @Test
    void aMakerThatAsksForItselfDoesNotWaitForItself() throws Exception {
        Reply whole = cache.fetch(
                key(1), cached -> true, () -> reply("whole of " + text(CacheFixture.fetch(cache, 1, "itself"))));
        assertEquals("whole of itself", text(whole));
    }

    @Test
    void makersThatAskForEachOtherDoNotWaitForever() throws Exception {
        CyclicBarrier bothLead = new CyclicBarrier(2);
        Future<Reply> first = threads.submit(() -> crossing(1, 2, bothLead));
        Future<Reply> second = threads.submit(() -> crossing(2, 1, bothLead));
        assertTrue(text(first.get()).startsWith("1 of"));
        assertTrue(text(second.get()).startsWith("2 of"));
    }

    private Reply crossing(int mine, int other, CyclicBarrier bothLead) throws ServeException {
        return cache.fetch(key(mine), cached -> true, () -> {
            try {
                bothLead.await();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return reply(mine + " of " + text(CacheFixture.fetch(cache, other, "part")));
        });
    }

    private List<Reply> all(Callable<Reply> call) throws Exception {
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(call);
        }
        List<Reply> replies = new ArrayList<>();
        for (Future<Reply> future : threads.invokeAll(calls)) {
            replies.add(future.get());
        }
        return replies;
    }

    private static Failure failureOf(Future<Reply> future) {
        Throwable cause = assertThrows(ExecutionException.class, future::get).getCause();
        return assertInstanceOf(ServeException.class, cause).failure();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
