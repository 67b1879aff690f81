package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.ForeignImages;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignSourceAccessTest {

    private static final byte[] IMAGE = ForeignFixture.IMAGE;
    private static final byte[] OTHER = "another one".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private ForeignFixture foreign;

    @BeforeEach
    void start() throws IOException {
        foreign = new ForeignFixture(folder.resolve("kept"));
    }

    @AfterEach
    void stop() throws IOException {
        foreign.close();
    }

    @Test
    void anImageIsFetchedOnceAndReadAsItCame() throws Exception {
        foreign.origin.gives("Cache-Control: max-age=60\r\n", IMAGE);
        SourceKey key = foreign.key("/a%20b/c|d.jpg?x=1&y={2}");
        assertThrows(ServeException.class, () -> foreign.access.stamp(key));
        foreign.fetch(key, key);
        foreign.fetch(key);
        assertArrayEquals(IMAGE, foreign.read(key));
        assertEquals(IMAGE.length, foreign.access.stamp(key).length());
        assertEquals(1, foreign.origin.heads().size());
        String head = foreign.origin.heads().get(0);
        assertTrue(head.startsWith("GET /a%20b/c|d.jpg?x=1&y={2} HTTP/1.1\n"), head);
        assertTrue(head.contains("Host: 127.0.0.1:" + foreign.origin.port() + "\n"), head);
        assertFalse(head.toLowerCase().contains("jetty"), head);
    }

    @Test
    void nothingIsFetchedWhenItIsOpened() {
        SourceKey key = foreign.key("/a");
        ServeException failure = assertThrows(ServeException.class, () -> foreign.access.open(key));
        assertEquals(FailureKind.FOREIGN_FAILED, failure.failure().kind());
        assertEquals(0, foreign.origin.accepted());
    }

    @Test
    void whatHasExpiredIsValidatedByItsTag() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives(
                "Cache-Control: max-age=60\r\nETag: \"one\"\r\nLast-Modified: Sun, 01 Nov 2026 00:00:00 GMT\r\n",
                IMAGE);
        foreign.fetch(key);
        Stamp stamp = foreign.access.stamp(key);
        foreign.clock.advance(Duration.ofSeconds(61));
        assertThrows(ServeException.class, () -> foreign.access.stamp(key));
        foreign.origin.says("HTTP/1.1 304 Not Modified\r\nETag: \"one\"\r\n\r\n");
        foreign.fetch(key);
        assertEquals(stamp, foreign.access.stamp(key));
        assertTrue(foreign.origin.heads().get(1).contains("If-None-Match: \"one\"\n"));
        assertFalse(foreign.origin.heads().get(1).contains("If-Modified-Since"));
        // what the first answer said of its lifetime holds, as the second says nothing
        foreign.clock.advance(Duration.ofSeconds(59));
        assertEquals(stamp, foreign.access.stamp(key));
        foreign.clock.advance(Duration.ofSeconds(2));
        foreign.origin.gives("ETag: \"two\"\r\n", OTHER);
        foreign.fetch(key);
        assertNotEquals(stamp, foreign.access.stamp(key));
        assertArrayEquals(OTHER, foreign.read(key));
    }

    @Test
    void whatIsFreshIsValidatedWhenTheClockHasBeenSetBack() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("Cache-Control: max-age=60\r\nETag: \"one\"\r\n", IMAGE);
        foreign.fetch(key);
        foreign.clock.advance(Duration.ofDays(-1));
        foreign.origin.gives("ETag: \"two\"\r\n", OTHER);
        foreign.fetch(key);
        assertArrayEquals(OTHER, foreign.read(key));
    }

    @Test
    void whatHasNoTagIsValidatedByItsTime() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("Last-Modified: Sun, 01 Nov 2026 00:00:00 GMT\r\n", IMAGE);
        foreign.fetch(key);
        foreign.clock.advance(ForeignFixture.DEFAULT.minusSeconds(1));
        foreign.fetch(key);
        assertEquals(1, foreign.origin.heads().size());
        foreign.clock.advance(Duration.ofSeconds(2));
        foreign.origin.says("HTTP/1.1 304 Not Modified\r\nCache-Control: max-age=5\r\n\r\n");
        foreign.fetch(key);
        assertTrue(foreign.origin.heads().get(1).contains("If-Modified-Since: Sun, 01 Nov 2026 00:00:00 GMT\n"));
        foreign.clock.advance(Duration.ofSeconds(6));
        assertThrows(ServeException.class, () -> foreign.access.stamp(key));
    }

    @Test
    void whatSaysNothingIsFetchedForEachRequestAndHasTheSameStampWhileItIsTheSame() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("", IMAGE);
        foreign.fetch(key);
        Stamp stamp = foreign.access.stamp(key);
        foreign.clock.advance(Duration.ofSeconds(1));
        foreign.fetch(key);
        assertEquals(2, foreign.origin.heads().size());
        assertEquals(stamp, foreign.access.stamp(key));
    }

    @Test
    void whoeverHasAnImageOpenReadsOnWhenAnotherTakesItsPlace() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("", IMAGE);
        foreign.fetch(key);
        try (Source source = foreign.access.open(key)) {
            foreign.origin.gives("", OTHER);
            foreign.clock.advance(Duration.ofSeconds(2));
            foreign.fetch(key);
            assertArrayEquals(IMAGE, ForeignFixture.read(source));
            assertArrayEquals(OTHER, foreign.read(key));
            foreign.access.close();
            assertArrayEquals(IMAGE, ForeignFixture.read(source));
        }
    }

    private SourceLifetime lifetime(String headers) throws Exception {
        SourceKey key = foreign.key("/" + headers.hashCode());
        foreign.origin.gives(headers, IMAGE);
        try (SourceLease lease = foreign.lease(key)) {
            foreign.clock.advance(Duration.ofMillis(500));
            return foreign.access.lifetime(key);
        }
    }

    @Test
    void othersMayKeepWhatIsMadeOfAnImageAsItsServerSays() throws Exception {
        Duration left = Duration.ofMillis(59_500);
        assertEquals(new SourceLifetime(true, left, true), lifetime("Cache-Control: max-age=60\r\n"));
        assertEquals(new SourceLifetime(true, left, true), lifetime("Cache-Control: max-age=60, s-maxage=999\r\n"));
        assertEquals(new SourceLifetime(true, left, true), lifetime("Cache-Control: max-age=999, s-maxage=60\r\n"));
        assertEquals(new SourceLifetime(true, left, false), lifetime("Cache-Control: private, max-age=60\r\n"));
        assertEquals(new SourceLifetime(true, Duration.ZERO, true), lifetime("Cache-Control: no-cache\r\n"));
        assertEquals(new SourceLifetime(true, Duration.ZERO, true), lifetime(""));
        assertFalse(lifetime("Cache-Control: no-store, max-age=60\r\n").storable());
        assertEquals(
                new SourceLifetime(true, Duration.ZERO, true), foreign.access.lifetime(foreign.key("/never-fetched")));
    }

    @Test
    void whatNobodyMayKeepGoesWhenItHasBeenUsed() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("Cache-Control: no-store\r\nETag: \"a\"\r\n", IMAGE);
        try (SourceLease lease = foreign.lease(key)) {
            assertArrayEquals(IMAGE, foreign.read(key));
        }
        assertEquals(0, files(folder));
        assertEquals(0, foreign.access.figures().bytes());
        foreign.fetch(key);
        assertFalse(foreign.origin.heads().get(1).contains("If-None-Match"));
    }

    @Test
    void manyWhoWantTheSameImageHaveItFetchedOnce() throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        foreign.origin.script = (head, out) -> {
            all.await();
            out.write(OriginServer.answer("", IMAGE));
        };
        SourceKey key = foreign.key("/a");
        List<CompletableFuture<byte[]>> readers = IntStream.range(0, 50)
                .mapToObj(
                        i -> CompletableFuture.supplyAsync(() -> readAfterFetch(key), task -> new Thread(task).start()))
                .toList();
        Thread.sleep(200);
        all.countDown();
        for (CompletableFuture<byte[]> reader : readers) {
            assertArrayEquals(IMAGE, reader.get());
        }
        assertEquals(1, foreign.origin.heads().size());
    }

    private byte[] readAfterFetch(SourceKey key) {
        try {
            foreign.fetch(key);
            return foreign.read(key);
        } catch (ServeException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneRequestTooManyIsSentAwayAtOnceAndOneServerHasHalfOfThem() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        foreign.origin.script = (head, out) -> {
            end.await();
            out.write(OriginServer.answer("", IMAGE));
        };
        SourceKey[] four =
                IntStream.range(0, 4).mapToObj(i -> foreign.key("/" + i)).toArray(SourceKey[]::new);
        CompletableFuture<Void> fetched = CompletableFuture.runAsync(
                () -> {
                    try {
                        foreign.fetch(four);
                    } catch (ServeException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
        while (foreign.origin.heads().size() < 4) {
            Thread.sleep(10);
        }
        assertEquals(
                FailureKind.SERVER_OVERLOADED,
                foreign.failure(foreign.key("/5")).kind());
        end.countDown();
        fetched.get();
        foreign.fetch(foreign.key("/5"));
    }

    @Test
    void aRequestForMoreThanTheSlotsOfAServerWaitsForItsOwn() throws Exception {
        foreign.origin.gives("Cache-Control: max-age=60\r\n", IMAGE);
        SourceKey[] many =
                IntStream.range(0, 20).mapToObj(i -> foreign.key("/" + i)).toArray(SourceKey[]::new);
        foreign.fetch(many);
        for (SourceKey key : many) {
            assertEquals(IMAGE.length, foreign.access.stamp(key).length());
        }
        assertEquals(20, foreign.origin.heads().size());
    }

    @Test
    void thoseUsedLastAreKeptUpToTheLimit() throws Exception {
        ForeignSettings small = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, 3L * IMAGE.length, 8);
        Path kept = folder.resolve("small");
        try (ForeignFixture few = new ForeignFixture(kept, small, null)) {
            few.origin.gives("ETag: \"a\"\r\n", IMAGE);
            SourceKey[] keys =
                    IntStream.range(0, 4).mapToObj(i -> few.key("/" + i)).toArray(SourceKey[]::new);
            // one after another: those of one request come in any order
            few.fetch(keys[0]);
            few.fetch(keys[1]);
            few.fetch(keys[2]);
            few.access.stamp(keys[0]);
            few.fetch(keys[3]);
            assertThrows(ServeException.class, () -> few.access.stamp(keys[1]));
            few.access.stamp(keys[0]);
            assertEquals(3, files(kept));
        }
        assertEquals(0, files(kept));
    }

    @Test
    void whatARequestUsesStaysHoweverMuchIsFetchedMeanwhile() throws Exception {
        ForeignSettings small = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, IMAGE.length, 8);
        Path kept = folder.resolve("small");
        try (ForeignFixture few = new ForeignFixture(kept, small, null)) {
            few.origin.gives("ETag: \"a\"\r\n", IMAGE);
            SourceKey[] used = {few.key("/0"), few.key("/1")};
            SourceLease first = few.lease(used);
            SourceLease second = few.lease(used[0]);
            few.fetch(few.key("/2"), few.key("/3"));
            few.fetch(few.key("/4"));
            assertArrayEquals(IMAGE, few.read(used[0]));
            assertArrayEquals(IMAGE, few.read(used[1]));
            first.close();
            first.close();
            few.fetch(few.key("/5"));
            assertArrayEquals(IMAGE, few.read(used[0]));
            assertThrows(ServeException.class, () -> few.access.open(used[1]));
            second.close();
            few.fetch(few.key("/6"));
            assertThrows(ServeException.class, () -> few.access.open(used[0]));
            assertEquals(1, files(kept));
        }
    }

    @Test
    void whatARequestUsesStaysThoughItsServerHasItNoMore() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("", IMAGE);
        try (SourceLease lease = foreign.lease(key)) {
            foreign.clock.advance(Duration.ofSeconds(2));
            foreign.origin.says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            foreign.failure(key);
            assertArrayEquals(IMAGE, foreign.read(key));
            assertThrows(ServeException.class, () -> foreign.access.stamp(key));
        }
        assertThrows(ServeException.class, () -> foreign.access.open(key));
        assertEquals(0, files(folder));
    }

    @Test
    void aFetchThatFailsPinsNothing() throws Exception {
        ForeignSettings small = ForeignFixture.settings("127.0.0.1", 5, 1 << 20, 1, 8);
        try (ForeignFixture few = new ForeignFixture(folder.resolve("small"), small, null)) {
            few.origin.gives("ETag: \"a\"\r\n", IMAGE);
            few.fetch(few.key("/a"));
            few.origin.says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
            few.failure(few.key("/a"), few.key("/gone"));
            few.origin.gives("ETag: \"a\"\r\n", IMAGE);
            few.fetch(few.key("/b"));
            assertThrows(ServeException.class, () -> few.access.open(few.key("/a")));
        }
    }

    @Test
    void oneWhoseFileIsGoneIsFetchedAnew() throws Exception {
        SourceKey key = foreign.key("/a");
        foreign.origin.gives("ETag: \"a\"\r\n", IMAGE);
        foreign.fetch(key);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        foreign.fetch(key);
        assertArrayEquals(IMAGE, foreign.read(key));
        assertFalse(foreign.origin.heads().get(1).contains("If-None-Match"));
    }

    @Test
    void whatAnEarlierRunLeftIsRemoved() throws Exception {
        Path kept = folder.resolve("left");
        Files.createDirectories(kept.resolve("run1"));
        Files.writeString(kept.resolve("run1").resolve("image"), "old");
        new ForeignFixture(kept, ForeignFixture.settings("", 1, 1, 1, 1), null).close();
        assertFalse(Files.exists(kept));
    }

    @Test
    void whatIsKeptAndFetchedIsCounted() throws Exception {
        foreign.origin.gives("ETag: \"a\"\r\n", IMAGE);
        foreign.fetch(foreign.key("/a"), foreign.key("/b"));
        foreign.clock.advance(ForeignFixture.DEFAULT.plusSeconds(1));
        foreign.origin.says("HTTP/1.1 304 Not Modified\r\n\r\n");
        foreign.fetch(foreign.key("/a"));
        foreign.origin.says("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        foreign.failure(foreign.key("/c"));
        assertEquals(
                new ForeignImages.ForeignFigures(2, 2 * IMAGE.length, 10 << 20, 0, 2, 1, 1), foreign.access.figures());
    }

    @Test
    void afterTheEndNothingIsFetched() throws Exception {
        foreign.access.close();
        assertEquals(
                FailureKind.SERVER_OVERLOADED,
                foreign.failure(foreign.key("/a")).kind());
        assertEquals(0, foreign.origin.accepted());
    }

    @Test
    void keysInUrlsAreInNoMessage() {
        SourceKey key = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a.jpg?sig=SECRET"));
        String message = foreign.failure(key).message();
        assertEquals(
                "'http://127.0.0.1:1/a.jpg?***' cannot be used: its server could not be reached, or broke off",
                message);
    }

    private static long files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
