package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.CacheFixture.fetch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheLimitsTest {

    @TempDir
    private Path folder;

    private CacheFixture fixture;

    @BeforeEach
    void newFixture() {
        fixture = new CacheFixture(folder);
        fixture.memory = CacheFixture.MEGABYTE;
    }

    @Test
    void theLeastRecentlyUsedEntryGoesWhenThereAreTooMany() throws Exception {
        fixture.maxEntries = 3;
        try (DiskReplyCache cache = fixture.open()) {
            create(cache, 1, 2, 3);
            assertEquals(CacheUse.REUSED, use(cache, 1));
            create(cache, 4);
            assertEquals(3, FaultyDisk.files(folder));
            assertEquals(CacheUse.REUSED, use(cache, 1));
            assertEquals(CacheUse.REUSED, use(cache, 3));
            assertEquals(CacheUse.REUSED, use(cache, 4));
            assertEquals(CacheUse.CREATED, use(cache, 2));
        }
    }

    @Test
    void allFilesTogetherStayWithinTheSize() throws Exception {
        fixture.maxBytes = 10_000;
        try (DiskReplyCache cache = fixture.open()) {
            for (int i = 0; i < 100; i++) {
                fetch(cache, i, "x".repeat(i * 10));
                assertTrue(size() <= 10_000);
            }
            assertTrue(size() > 8_000);
            assertEquals(CacheUse.REUSED, use(cache, 99));
        }
    }

    @Test
    void aReplacedEntryCountsOnce() throws Exception {
        fixture.maxEntries = 2;
        try (DiskReplyCache cache = fixture.open()) {
            create(cache, 1);
            for (int i = 0; i < 5; i++) {
                cache.fetch(Replies.key(2), cached -> false, () -> Replies.reply("again"));
            }
            assertEquals(CacheUse.REUSED, use(cache, 1));
        }
    }

    @Test
    void whatIsLargerThanTheWholeCacheIsNotKept() throws ServeException {
        fixture.maxBytes = 1000;
        try (DiskReplyCache cache = fixture.open()) {
            create(cache, 1);
            assertEquals(CacheUse.IGNORED, fetch(cache, 2, "x".repeat(1000)).cacheUse());
            assertEquals(CacheUse.REUSED, use(cache, 1));
        }
    }

    @Test
    void theOrderOfUseOutlivesARestartWithSmallerLimits() throws Exception {
        try (DiskReplyCache cache = fixture.open()) {
            for (int i = 1; i <= 4; i++) {
                create(cache, i);
                setTime(i);
                fixture.advance(Duration.ofMinutes(10));
            }
            use(cache, 1);
        }
        fixture.maxEntries = 2;
        try (DiskReplyCache cache = fixture.open()) {
            assertEquals(2, FaultyDisk.files(folder));
            assertEquals("entry 1", Replies.text(fetch(cache, 1, "unused")));
            assertEquals("entry 4", Replies.text(fetch(cache, 4, "unused")));
        }
    }

    private void setTime(int number) throws Exception {
        new LocalDisk().touch(file(number), fixture.clock.instant());
    }

    private Path file(int number) {
        String key = Replies.key(number);
        return folder.resolve(key.substring(0, 2)).resolve(key);
    }

    private long size() throws Exception {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        }
    }

    private static void create(DiskReplyCache cache, int... numbers) throws ServeException {
        for (int number : numbers) {
            assertEquals(CacheUse.CREATED, use(cache, number));
        }
    }

    private static CacheUse use(DiskReplyCache cache, int number) throws ServeException {
        return fetch(cache, number, "entry " + number).cacheUse();
    }
}
