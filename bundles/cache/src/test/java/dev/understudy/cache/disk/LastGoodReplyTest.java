package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.CacheFixture.fetch;
import static dev.understudy.cache.disk.Replies.key;
import static dev.understudy.cache.disk.Replies.reply;
import static dev.understudy.cache.disk.Replies.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.serve.ReplyCache.CachedReply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kept replies that are not good any more, and may stand in all the same. */
class LastGoodReplyTest {

    @TempDir
    private Path folder;

    private CacheFixture fixture;

    @BeforeEach
    void newFixture() {
        fixture = new CacheFixture(folder);
    }

    @Test
    void whatIsNotGoodAnyMoreIsThereUntilABetterOneIsMade() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            assertNull(cache.findLastGood(key(1)));
            fetch(cache, 1, "good");
            assertNull(cache.find(key(1), cached -> false));
            assertThrows(
                    ServeException.class,
                    () -> cache.fetch(key(1), cached -> false, () -> {
                        throw new ServeException(new Failure.Missing("gone", true));
                    }));
            assertEquals("good", text(lastGood(cache, 1).reply()));
            cache.fetch(key(1), cached -> false, () -> reply("better"));
            assertEquals("better", text(lastGood(cache, 1).reply()));
        }
    }

    @Test
    void theTimeIsThatOfItsLastUseAndOutlivesTheProcess() throws ServeException {
        Instant used;
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "good");
            assertEquals(fixture.clock.instant(), lastGood(cache, 1).validated());
            fixture.advance(Duration.ofHours(5));
            assertNotNull(cache.find(key(1), cached -> true));
            used = fixture.clock.instant();
            fixture.advance(Duration.ofHours(5));
            assertNull(cache.find(key(1), cached -> false));
            assertEquals(used, lastGood(cache, 1).validated());
            assertEquals(used, lastGood(cache, 1).validated(), "to look for it is no use");
        }
        try (DiskReplyCache cache = fixture.open()) {
            assertEquals(used, lastGood(cache, 1).validated());
            assertEquals("good", text(lastGood(cache, 1).reply()));
        }
    }

    @Test
    void aPurgeTakesItAway() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "good");
            assertEquals(1, cache.purge(origin -> true));
            assertNull(cache.findLastGood(key(1)));
        }
    }

    private static CachedReply lastGood(DiskReplyCache cache, int number) {
        CachedReply kept = cache.findLastGood(key(number));
        assertNotNull(kept);
        return kept;
    }
}
