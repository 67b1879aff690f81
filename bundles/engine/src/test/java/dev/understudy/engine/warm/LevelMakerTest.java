package dev.understudy.engine.warm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.settings.LogCapture;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevelMakerTest {

    private final AtomicInteger opened = new AtomicInteger();
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private volatile @Nullable RuntimeException fault;
    private volatile Instant now = Instant.now();

    /** Files that are gone once somebody may go on. */
    private final class Gone implements SourceAccess {

        @Override
        public Stamp stamp(SourceKey key) {
            return Stamp.absent(key);
        }

        @Override
        public Source open(SourceKey key) throws ServeException {
            opened.incrementAndGet();
            names.add(key.path());
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (fault != null) {
                throw fault;
            }
            throw new ServeException(new Failure.Missing(key.path(), true));
        }
    }

    private final LevelMaker maker =
            new LevelMaker(MemoryLevels.task(new Gone(), List.of(), 1 << 20, () -> 1 << 20), () -> now);

    private boolean want(String name) {
        return maker.want(new WantedLevels(
                new SourceKey(SourceKey.Kind.IMAGE, "", name, true),
                new MemoryLevels(),
                "1",
                WantedLevels.Need.LEVELS,
                false));
    }

    private void missed(Stamp stamp) {
        maker.missed(wanted("missed"), wanted("missed"), stamp);
    }

    private static WantedLevels wanted(String name) {
        SourceKey key = new SourceKey(SourceKey.Kind.IMAGE, "", name, true);
        return new WantedLevels(key, new MemoryLevels(), "1", WantedLevels.Need.FULL_SIZE, false);
    }

    @Test
    void whatIsMissedAgainLaterMayBeMore() throws Exception {
        mayGoOn.countDown();
        Stamp stamp = Stamp.absent(new SourceKey(SourceKey.Kind.IMAGE, "", "missed", true));
        for (int seconds : new int[] {0, 30, 30, 60}) {
            now = now.plusSeconds(seconds);
            maker.missed(wanted("at first"), wanted("again"), stamp);
            awaitNobody();
        }
        assertEquals(List.of("at first", "again", "again"), names);
    }

    @Test
    void whatCannotBeMadeIsTriedOnceInAWhile() throws Exception {
        mayGoOn.countDown();
        Stamp stamp = Stamp.absent(new SourceKey(SourceKey.Kind.IMAGE, "", "missed", true));
        for (int i = 0; i < 3; i++) {
            missed(stamp);
            awaitNobody();
        }
        assertEquals(1, opened.get());
        missed(Stamp.absent(new SourceKey(SourceKey.Kind.IMAGE, "", "another state", true)));
        awaitNobody();
        assertEquals(2, opened.get());
        now = now.plus(Duration.ofMinutes(1));
        missed(stamp);
        awaitNobody();
        assertEquals(3, opened.get());
        maker.forget();
        missed(stamp);
        awaitNobody();
        assertEquals(4, opened.get());
    }

    private void awaitNobody() throws InterruptedException {
        long start = System.nanoTime();
        while (maker.waiting() > 0) {
            assertTrue(System.nanoTime() - start < 30e9, maker.waiting() + " wait");
            Thread.sleep(5);
        }
    }

    private static boolean isWorking() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("understudy-levels"));
    }

    @Test
    void eachSourceWaitsOnceAndTheThreadEnds() throws Exception {
        want("first");
        while (opened.get() == 0) {
            Thread.sleep(1);
        }
        for (int i = 0; i < 10; i++) {
            assertTrue(want("a"));
            assertTrue(want("b"));
        }
        assertEquals(3, maker.waiting());
        mayGoOn.countDown();
        awaitNobody();
        assertEquals(3, opened.get());
        for (int i = 0; isWorking() && i < 1000; i++) {
            Thread.sleep(5);
        }
        assertFalse(isWorking());
        want("c");
        awaitNobody();
        assertEquals(4, opened.get());
    }

    @Test
    void whatWaitsForLevelsThatHaveGoneIsMadeForThoseThatHaveCome() throws Exception {
        want("first");
        while (opened.get() == 0) {
            Thread.sleep(1);
        }
        MemoryLevels gone = new MemoryLevels();
        gone.writable = false;
        SourceKey key = new SourceKey(SourceKey.Kind.IMAGE, "", "a", true);
        for (MemoryLevels each : List.of(gone, new MemoryLevels())) {
            maker.want(new WantedLevels(key, each, "1", WantedLevels.Need.LEVELS, false));
        }
        mayGoOn.countDown();
        awaitNobody();
        assertEquals(List.of("first", "a"), names);
    }

    /** Each request for the source has it tried again; the log has a line for each source, not for each try. */
    @Test
    void aSourceWhoseLevelsCannotBeMadeIsToldOnce() throws Exception {
        fault = new IllegalStateException("a bug");
        mayGoOn.countDown();
        try (LogCapture log = new LogCapture()) {
            for (int i = 0; i < 4; i++) {
                want("a");
                want("b");
                awaitNobody();
            }
            List<String> told = log.lines().stream()
                    .filter(line -> line.contains("No levels of"))
                    .map(line -> line.substring(line.indexOf("No levels")))
                    .sorted()
                    .toList();
            assertEquals(List.of("No levels of 'a'", "No levels of 'b'"), told);
            now = now.plus(Duration.ofMinutes(11));
            want("a");
            awaitNobody();
            assertTrue(log.lines().stream()
                    .anyMatch(line -> line.endsWith("No levels of 'a' (and 3 times since it was told last)")));
        }
        assertEquals(9, opened.get());
    }

    @Test
    void noMoreThanSoManyWait() {
        int taken = 0;
        while (want(String.valueOf(taken)) && taken < 20_000) {
            taken++;
        }
        assertTrue(taken >= 10_000 && taken < 10_002, taken + " were taken");
        maker.close();
    }

    @Test
    void closingBreaksOffWhatIsBeingMade() throws Exception {
        want("a");
        want("b");
        while (opened.get() == 0) {
            Thread.sleep(1);
        }
        maker.close();
        awaitNobody();
        assertEquals(1, opened.get());
        assertFalse(want("c"));
        assertFalse(mayGoOn.await(0, TimeUnit.SECONDS));
    }
}
