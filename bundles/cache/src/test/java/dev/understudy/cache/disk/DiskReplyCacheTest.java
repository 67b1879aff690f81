package dev.understudy.cache.disk;

import static dev.understudy.cache.disk.CacheFixture.fetch;
import static dev.understudy.cache.disk.Replies.key;
import static dev.understudy.cache.disk.Replies.reply;
import static dev.understudy.cache.disk.Replies.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.serve.StandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskReplyCacheTest {

    @TempDir
    private Path folder;

    private CacheFixture fixture;

    @BeforeEach
    void newFixture() {
        fixture = new CacheFixture(folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, CacheFixture.MEGABYTE})
    void aReplyIsMadeOnceAndKeptWithAllThatItSays(long memory) throws ServeException {
        fixture.memory = memory;
        Reply made = reply("image")
                .withStatus(203)
                .withLastModified(Instant.parse("2025-05-05T05:05:05.5Z"))
                .withStandIn(new StandIn(StandIn.Kind.DEFAULT_IMAGE, FailureKind.SOURCE_MISSING));
        try (DiskReplyCache cache = fixture.open()) {
            Reply first = cache.fetch(key(1), cached -> true, () -> made);
            Reply second = cache.fetch(key(1), cached -> true, () -> reply("another"));
            assertEquals(CacheUse.CREATED, first.cacheUse());
            assertEquals(CacheUse.REUSED, second.cacheUse());
            assertEquals(memory == 0 ? 1 : 0, fixture.disk.reads);
            assertEquals("image", text(second));
            Body same = made.body();
            Reply unused = made.withCacheUse(CacheUse.UNDEFINED);
            assertEquals(withBody(unused, same), withBody(second.withCacheUse(CacheUse.UNDEFINED), same));
        }
    }

    private static List<Object> withBody(Reply reply, Body body) {
        return List.of(
                reply.status(),
                reply.contentType(),
                body,
                reply.freshness(),
                String.valueOf(reply.digest()),
                String.valueOf(reply.lastModified()),
                reply.stamps().get(0).modified(),
                String.valueOf(reply.standIn()));
    }

    @Test
    void whatIsNoLongerGoodIsMadeAnew() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "old");
            Reply updated = cache.fetch(key(1), cached -> false, () -> reply("new"));
            assertEquals(CacheUse.UPDATED, updated.cacheUse());
            assertEquals("new", text(fetch(cache, 1, "unused")));
        }
    }

    @Test
    void whatIsKeptIsFoundWithoutMakingAnything() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            assertNull(cache.find(key(1), cached -> true));
            fetch(cache, 1, "kept");
            Reply found = assertInstanceOf(Reply.class, cache.find(key(1), cached -> true));
            assertEquals("kept", text(found));
            assertEquals(CacheUse.REUSED, found.cacheUse());
            assertNull(cache.find(key(1), cached -> false));
            assertNull(cache.find(key(2), cached -> true));
        }
    }

    @Test
    void whatIsInMemoryIsFoundAtOnce() throws ServeException {
        fixture.memory = CacheFixture.MEGABYTE;
        try (DiskReplyCache cache = fixture.open()) {
            assertNull(cache.findAtOnce(key(1), cached -> true));
            fetch(cache, 1, "kept");
            Reply found = assertInstanceOf(Reply.class, cache.findAtOnce(key(1), cached -> true));
            assertEquals(cache.find(key(1), cached -> true), found);
            assertNull(cache.findAtOnce(key(1), cached -> false));
            cache.purge(origin -> true);
            assertNull(cache.findAtOnce(key(1), cached -> true));
        }
    }

    @Test
    void nothingIsFoundAtOnceThatADiskIsNeededFor() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "not in memory");
            assertNull(cache.findAtOnce(key(1), cached -> true));
        }
        fixture.memory = CacheFixture.MEGABYTE;
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 2, "kept");
            assertInstanceOf(Reply.class, cache.findAtOnce(key(2), cached -> true));
            fixture.advance(Duration.ofSeconds(61));
            assertNull(cache.findAtOnce(key(2), cached -> true), "its file is to be touched");
            fetch(cache, 2, "kept");
            assertInstanceOf(Reply.class, cache.findAtOnce(key(2), cached -> true));
            fixture.advance(CachedReply.MAX_UNVALIDATED_AGE);
            assertNull(cache.findAtOnce(key(2), cached -> true), "its time of validation is to be renewed");
        }
    }

    @Test
    void aFailureKeepsTheOldEntry() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "old");
            Failure failure = new Failure.Missing("a", true);
            ServeException thrown = assertThrows(
                    ServeException.class,
                    () -> cache.fetch(key(1), cached -> false, () -> {
                        throw new ServeException(failure);
                    }));
            assertEquals(failure, thrown.failure());
            assertEquals("old", text(fetch(cache, 1, "unused")));
        }
    }

    @Test
    void anEntryIsValidatedAgainWhenTheClockHasBeenSetBack() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "image");
            fixture.advance(Duration.ofDays(-1));
            assertEquals(CacheUse.VALIDATED, fetch(cache, 1, "unused").cacheUse());
            assertEquals(CacheUse.REUSED, fetch(cache, 1, "unused").cacheUse());
        }
    }

    @Test
    void anEntryIsValidatedAgainWhenItsTimeIsOver() throws ServeException {
        List<Instant> validated = new ArrayList<>();
        try (DiskReplyCache cache = fixture.open()) {
            Instant made = fixture.clock.instant();
            fetch(cache, 1, "image");
            fixture.advance(CachedReply.MAX_UNVALIDATED_AGE.minusSeconds(1));
            assertEquals(CacheUse.REUSED, observe(cache, validated));
            fixture.advance(Duration.ofSeconds(1));
            Instant later = fixture.clock.instant();
            assertEquals(CacheUse.VALIDATED, observe(cache, validated));
            assertEquals(CacheUse.REUSED, observe(cache, validated));
            assertEquals(List.of(made, made, later), validated);
        }
    }

    private static CacheUse observe(DiskReplyCache cache, List<Instant> validated) throws ServeException {
        return cache.fetch(key(1), cached -> validated.add(cached.validated()), () -> reply("unused"))
                .cacheUse();
    }

    @Test
    void entriesOutliveARestart() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "image");
        }
        try (DiskReplyCache cache = fixture.open()) {
            Reply reply = fetch(cache, 1, "unused");
            assertEquals("image", text(reply));
            assertEquals(CacheUse.REUSED, reply.cacheUse());
        }
    }

    @Test
    void entriesAreServedBeforeTheFolderHasBeenScanned() throws ServeException {
        try (DiskReplyCache cache = fixture.open()) {
            fetch(cache, 1, "image");
        }
        List<Runnable> later = new ArrayList<>();
        CacheSettings settings = new CacheSettings(List.of(folder), 1000, 10, 0);
        try (DiskReplyCache cache =
                DiskReplyCache.open(settings, later::add, 0, Duration.ZERO, new LocalDisk(), fixture.clock)) {
            assertEquals("image", text(fetch(cache, 1, "unused")));
            assertEquals(CacheUse.CREATED, fetch(cache, 2, "second").cacheUse());
            later.forEach(Runnable::run);
            assertEquals("image", text(fetch(cache, 1, "unused")));
            assertEquals("second", text(fetch(cache, 2, "unused")));
        }
    }

    @Test
    void whatHasNoDigestOrIsAnOpenFileIsNotKept() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "content");
        try (DiskReplyCache cache = fixture.open();
                var channel = Files.newByteChannel(file)) {
            Reply opened = new Reply(
                    200,
                    "text/plain",
                    new Body.Opened(channel, 7, () -> false),
                    reply("").freshness(),
                    "digest",
                    null,
                    List.of(),
                    CacheUse.UNDEFINED,
                    null);
            for (Reply reply : List.of(reply("image").withDigest(null), opened)) {
                assertEquals(
                        CacheUse.IGNORED,
                        cache.fetch(key(1), cached -> true, () -> reply).cacheUse());
            }
            assertEquals(CacheUse.CREATED, fetch(cache, 1, "image").cacheUse());
        }
    }

    @Test
    void withoutFoldersNothingIsKept() throws ServeException {
        try (DiskReplyCache cache = new CacheFixture().open()) {
            assertEquals(CacheUse.IGNORED, fetch(cache, 1, "first").cacheUse());
            assertEquals("second", text(fetch(cache, 1, "second")));
        }
    }

    @Test
    void aFolderIsForOneCacheAtATime() throws ServeException {
        DiskReplyCache first = fixture.open();
        assertEquals(List.of(), first.foldersInUse());
        try (DiskReplyCache second = fixture.open()) {
            assertEquals(List.of(folder.toString()), second.foldersInUse());
            assertEquals(0, second.figures().usable());
            assertEquals(CacheUse.CREATED, fetch(first, 1, "image").cacheUse());
            assertEquals(CacheUse.IGNORED, fetch(second, 1, "image").cacheUse());
            first.close();
            fixture.advance(Duration.ofSeconds(5));
            assertEquals(CacheUse.CREATED, fetch(second, 2, "image").cacheUse());
            assertEquals(List.of(), second.foldersInUse());
            assertEquals(CacheUse.REUSED, fetch(second, 1, "unused").cacheUse());
        }
    }

    @Test
    void aClosedCacheServesWithoutKeeping() throws Exception {
        DiskReplyCache cache = fixture.open();
        cache.close();
        assertEquals(CacheUse.IGNORED, fetch(cache, 1, "image").cacheUse());
        assertEquals(0, FaultyDisk.files(folder));
    }

    @Test
    void leftoversOfAnInterruptedWriteAreRemoved() throws Exception {
        Files.createDirectories(folder.resolve("tmp"));
        Files.writeString(folder.resolve("tmp").resolve(key(1) + ".7"), "half");
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "not ours");
        fixture.open().close();
        assertEquals(1, FaultyDisk.files(folder));
        assertTrue(Files.exists(foreign));
    }

    @Test
    void entriesAreSpreadOverAllFolders() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        fixture = new CacheFixture(first, second);
        try (DiskReplyCache cache = fixture.open()) {
            for (int i = 0; i < 100; i++) {
                fetch(cache, i, "image " + i);
            }
        }
        assertEquals(50, FaultyDisk.files(first));
        assertEquals(50, FaultyDisk.files(second));
        fixture = new CacheFixture(second, first);
        try (DiskReplyCache cache = fixture.open()) {
            for (int i = 0; i < 100; i++) {
                assertEquals("image " + i, text(fetch(cache, i, "unused")));
            }
        }
    }

    @Test
    void aBodyOfManyMegabytesComesBackWhole() throws ServeException {
        byte[] body = new byte[(int) (17 * CacheFixture.MEGABYTE)];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31);
        }
        try (DiskReplyCache cache = fixture.open()) {
            cache.fetch(key(1), cached -> true, () -> reply(body));
            Reply reply = fetch(cache, 1, "unused");
            assertArrayEquals(body, Replies.bytes(reply));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "ABCDEF"})
    void otherKeysAreRefused(String key) {
        try (DiskReplyCache cache = fixture.open()) {
            assertThrows(IllegalArgumentException.class, () -> cache.fetch(key, cached -> true, () -> reply("image")));
        }
    }
}
