package dev.understudy.source.store;

import static dev.understudy.source.store.StoreFixture.image;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.Source;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceKey.Kind;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceWait;
import dev.understudy.source.Stamp;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.keep.KeptBlocks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Large TIFF of stores: what is read is fetched, and nothing else, and all of one state. */
@Timeout(60)
class PartedFilesTest {

    private static final int SIZE = 40 * KeptBlocks.BLOCK + 12_345;

    @TempDir
    Path temp;

    private StoreFixture files;
    private byte[] tiff;

    @BeforeEach
    void begin() throws IOException {
        files = new StoreFixture(temp, settings(100 << 20));
        tiff = tiff(1);
        files.store.objects.put("first/shop/a.tif", tiff);
    }

    @AfterEach
    void end() {
        files.close();
    }

    private static StoreSettings settings(long maxKept) {
        return new StoreSettings(
                StoreFixture.FRESH, StoreFixture.STALE, Duration.ofSeconds(2), 1 << 20, maxKept, 8, 64, 1 << 20, true);
    }

    private static byte[] tiff(int seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(new byte[] {'I', 'I', '*', 0}, 0, bytes, 0, 4);
        return bytes;
    }

    private static byte[] read(Source source, long position, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        source.channel().position(position);
        while (bytes.hasRemaining() && source.channel().read(bytes) >= 0) {
            // reads on
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private void assertRead(Source source, int position, int count) throws IOException {
        assertArrayEquals(Arrays.copyOfRange(tiff, position, position + count), read(source, position, count));
    }

    @Test
    void onlyWhatIsReadIsFetched() throws Exception {
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertEquals(SIZE, source.stamp().length());
            assertEquals(SIZE, source.channel().size());
            assertRead(source, 0, 100);
            assertEquals(1, files.store.requests.size());
            int middle = 20 * KeptBlocks.BLOCK - 10;
            assertRead(source, middle, 20);
            assertRead(source, middle, 20);
            assertRead(source, SIZE - 5, 5);
            assertEquals(-1, read0(source, SIZE));
            assertNull(source.failure());
        }
        assertEquals(3, files.store.requests.size());
        StoreRequest part = files.store.requests.get(1);
        assertEquals(19L * KeptBlocks.BLOCK, part.first());
        assertEquals(2L * KeptBlocks.BLOCK, part.length());
        assertNotEquals("", part.requiredTag());
        assertEquals(3L * KeptBlocks.BLOCK + 12_345, files.stores.figures().bytes());
        assertEquals(2, files.stores.figures().count(FetchOutcome.PART));
    }

    private static int read0(Source source, long position) throws IOException {
        source.channel().position(position);
        return source.channel().read(ByteBuffer.allocate(1));
    }

    @Test
    void partsStayAndAreValidatedAsAWhole() throws Exception {
        Stamp stamp;
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            stamp = source.stamp();
            assertRead(source, 30 * KeptBlocks.BLOCK, 10);
        }
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertRead(source, 30 * KeptBlocks.BLOCK + 10, 10);
            assertEquals(stamp, source.stamp());
            assertEquals(stamp, files.access.stamp(image("a.tif")));
        }
        assertEquals(3, files.store.requests.size());
        assertNotEquals("", files.store.requests.get(2).knownTag());
    }

    @Test
    void whoReadsOnIsGivenMoreAndMore() throws Exception {
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertArrayEquals(tiff, Channels.newInputStream(source.channel()).readAllBytes());
        }
        assertTrue(files.store.requests.size() <= 8, () -> files.store.requests.toString());
        assertEquals(SIZE, files.stores.figures().bytes());
    }

    @Test
    void aPartIsFetchedOnceHoweverManyWaitForIt() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (SourceLease lease = files.lease(image("a.tif"))) {
            files.store.trouble = request -> await(goOn);
            ExecutorService threads = Executors.newFixedThreadPool(20);
            List<Future<byte[]>> reads = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                reads.add(threads.submit(() -> {
                    try (Source source = files.access.open(image("a.tif"))) {
                        return read(source, 10 * KeptBlocks.BLOCK, 100);
                    }
                }));
            }
            Thread.sleep(200);
            goOn.countDown();
            for (Future<byte[]> read : reads) {
                assertArrayEquals(
                        Arrays.copyOfRange(tiff, 10 * KeptBlocks.BLOCK, 10 * KeptBlocks.BLOCK + 100),
                        read.get(60, TimeUnit.SECONDS));
            }
            threads.shutdown();
        }
        assertEquals(2, files.store.requests.size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void partsOfTwoStatesAreNeverMixed() throws Exception {
        Stamp before;
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            before = source.stamp();
            tiff = tiff(2);
            files.store.objects.put("first/shop/a.tif", tiff);
            assertThrows(IOException.class, () -> read(source, 10 * KeptBlocks.BLOCK, 10));
            // also of what is at hand, and for a reader that has noticed nothing
            assertThrows(IOException.class, () -> read(source, 0, 10));
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE,
                    assertNotNull0(source.failure()).failure().kind());
        }
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertNotEquals(before, source.stamp());
            assertRead(source, 0, 10);
            assertRead(source, 10 * KeptBlocks.BLOCK, 10);
        }
        assertEquals(1, files.files());
    }

    private static ServeException assertNotNull0(ServeException failure) {
        assertNotNull(failure);
        return failure;
    }

    @Test
    void aStoreThatDoesNotHeedWhichStateIsRequiredIsFoundOut() throws Exception {
        files.store.heedsRequired = false;
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            files.store.objects.put("first/shop/a.tif", tiff(3));
            assertThrows(IOException.class, () -> read(source, 10 * KeptBlocks.BLOCK, 10));
        }
    }

    @Test
    void aBlockOfAnotherFileOfTheSameStateIsNoneOfThisOne() throws Exception {
        files.store.saysUnchanged = false;
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        int position = 10 * KeptBlocks.BLOCK;
        try (SourceLease lease = files.lease(image("a.tif"));
                Source before = files.access.open(image("a.tif"))) {
            files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
            try (SourceLease again = files.lease(image("a.tif"));
                    Source after = files.access.open(image("a.tif"))) {
                assertEquals(before.stamp(), after.stamp());
                // far behind it, so that a hole is read as zeros, and not as an end
                assertRead(before, 30 * KeptBlocks.BLOCK, 10);
                assertRead(after, 30 * KeptBlocks.BLOCK, 10);
                files.store.trouble = request -> await(goOn);
                Future<byte[]> one = threads.submit(() -> read(before, position, 100));
                Future<byte[]> other = threads.submit(() -> read(after, position, 100));
                Thread.sleep(200);
                goOn.countDown();
                byte[] wanted = Arrays.copyOfRange(tiff, position, position + 100);
                assertArrayEquals(wanted, one.get(60, TimeUnit.SECONDS));
                assertArrayEquals(wanted, other.get(60, TimeUnit.SECONDS));
            }
        } finally {
            goOn.countDown();
            threads.shutdown();
        }
    }

    @Test
    void whatHasGoneFromTheDiskSaysNothingOfTheImage() throws Exception {
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertRead(source, 10 * KeptBlocks.BLOCK, 10);
            try (Stream<Path> kept = Files.list(files.kept)) {
                Files.write(
                        kept.filter(file -> file.toString().matches(".*-\\d+"))
                                .findAny()
                                .orElseThrow(),
                        new byte[5]);
            }
            assertThrows(IOException.class, () -> read(source, 10 * KeptBlocks.BLOCK, 10));
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE,
                    assertNotNull0(source.failure()).failure().kind());
        }
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertRead(source, 10 * KeptBlocks.BLOCK, 10);
        }
    }

    @Test
    void partsForOneCatalogLeaveRoomForAnother() throws Exception {
        files.store.objects.put("second/b.tif", tiff);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(7);
        List<Future<byte[]>> reads = new ArrayList<>();
        try (SourceLease lease = files.lease(image("a.tif"), image("b.tif"))) {
            int begun = files.store.requests.size();
            files.store.trouble = request -> await(goOn);
            for (int i = 0; i < 7; i++) {
                String name = i < 4 ? "a.tif" : "b.tif";
                String catalog = i < 6 ? "one" : "other";
                int position = (10 + i) * KeptBlocks.BLOCK;
                reads.add(threads.submit(() -> {
                    try (Source source = files.access.open(image(name))) {
                        source.onWait(waitOf(catalog));
                        return read(source, position, 100);
                    }
                }));
                for (int tries = 0; files.store.requests.size() <= begun + i && tries < 3000; tries++) {
                    Thread.sleep(10);
                }
                assertEquals(begun + i + 1, files.store.requests.size(), "asked for " + catalog);
            }
            goOn.countDown();
            for (Future<byte[]> read : reads) {
                assertEquals(100, read.get(60, TimeUnit.SECONDS).length);
            }
        } finally {
            goOn.countDown();
            threads.shutdown();
        }
    }

    private static SourceWait waitOf(String catalog) {
        return new SourceWait() {
            @Override
            public void begins() {}

            @Override
            public String tenant() {
                return catalog;
            }

            @Override
            public void ends() {}
        };
    }

    @Test
    void aPartThatBreaksOffIsNotUsed() throws Exception {
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            files.store.cut = 1000;
            files.store.cleanEnd = true;
            assertThrows(IOException.class, () -> read(source, 10 * KeptBlocks.BLOCK, 10));
        }
        files.store.cut = -1;
        files.clock.advance(Duration.ofSeconds(6));
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertRead(source, 10 * KeptBlocks.BLOCK, 10);
        }
    }

    @Test
    void aStoreThatIsDownIsToBlameAndNotTheImage() throws Exception {
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertRead(source, 10 * KeptBlocks.BLOCK, 10);
            files.store.trouble = request -> {
                throw new ObjectStoreException(Reason.DOWN, "it does not answer", null);
            };
            assertRead(source, 10 * KeptBlocks.BLOCK, 100);
            assertThrows(IOException.class, () -> read(source, 20 * KeptBlocks.BLOCK, 10));
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE,
                    assertNotNull0(source.failure()).failure().kind());
        }
    }

    @Test
    void aStoreThatSendsNoPartsAfterAllIsAskedForTheWhole() throws Exception {
        files.store.objects.put("first/shop/a.tif", Arrays.copyOf(tiff, 1 << 20));
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            files.store.sendsParts = false;
            assertThrows(IOException.class, () -> read(source, 4 * KeptBlocks.BLOCK, 10));
        }
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            assertRead(source, 4 * KeptBlocks.BLOCK, 10);
        }
        assertEquals(1 << 20, files.stores.figures().bytes());
    }

    @Test
    void whoWaitsSaysSo() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        try (SourceLease lease = files.lease(image("a.tif"));
                Source source = files.access.open(image("a.tif"))) {
            source.onWait(new SourceWait() {
                @Override
                public void begins() {
                    begun.incrementAndGet();
                }

                @Override
                public void ends() {
                    ended.incrementAndGet();
                }
            });
            assertRead(source, 0, 10);
            assertEquals(0, begun.get());
            assertRead(source, 10 * KeptBlocks.BLOCK, 10);
        }
        assertEquals(1, begun.get());
        assertEquals(1, ended.get());
    }

    @Test
    void otherFilesAreFetchedWhole() throws Exception {
        byte[] other = Arrays.copyOf(tiff, 1 << 20);
        other[0] = 'x';
        files.store.objects.put("first/shop/b.jpg", other);
        files.store.objects.put("first/shop/small.tif", Arrays.copyOf(tiff, 1000));
        files.store.objects.put("static/a.tif", Arrays.copyOf(tiff, 1 << 20));
        files.read(image("b.jpg"));
        files.read(image("small.tif"));
        files.read(new SourceKey(Kind.STATIC_CONTENT, "", "a.tif", true));
        assertEquals(3, files.store.requests.size());
        assertEquals((2 << 20) + 1000, files.stores.figures().bytes());
    }

    @Test
    void whatIsNotUsedMakesRoomForWhatIs() throws Exception {
        try (StoreFixture small =
                new StoreFixture(temp.resolve("small"), settings(6 * KeptBlocks.BLOCK), files.store)) {
            files.store.objects.put("first/shop/b.tif", tiff);
            for (String name : List.of("a.tif", "b.tif")) {
                try (SourceLease lease = small.lease(image(name));
                        Source source = small.access.open(image(name))) {
                    for (int block = 3; block < 30; block += 9) {
                        assertRead(source, block * KeptBlocks.BLOCK, 10);
                    }
                }
            }
            assertEquals(1, small.files());
            assertEquals(4L * KeptBlocks.BLOCK, small.stores.figures().bytes());
        }
    }
}
