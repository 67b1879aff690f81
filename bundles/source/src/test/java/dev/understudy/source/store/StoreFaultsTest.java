package dev.understudy.source.store;

import static dev.understudy.source.store.StoreFixture.image;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.ObjectStoreException.Reason;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceKey.Kind;
import dev.understudy.source.SourceLease;
import dev.understudy.source.StoredObject.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that fail: nothing broken is used, what was good is, and nobody else is held up. */
@Timeout(60)
class StoreFaultsTest {

    private static final Duration REST = Duration.ofSeconds(6);

    @TempDir
    Path temp;

    private StoreFixture files;

    @BeforeEach
    void begin() throws IOException {
        files = new StoreFixture(temp);
    }

    @AfterEach
    void end() {
        files.close();
    }

    private static ObjectStoreException down() {
        return new ObjectStoreException(Reason.DOWN, "it does not answer", null);
    }

    private void breakStore() {
        files.store.trouble = request -> {
            throw down();
        };
    }

    @Test
    void aStoreThatDoesNotAnswerHasNothingMissing() throws Exception {
        breakStore();
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE, files.failure(image("a.jpg")).kind());
        SourceKey unknown = new SourceKey(Kind.IMAGE, "", "b.jpg", false);
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, files.failure(unknown).kind());
    }

    @Test
    void theSecondRootIsNotAskedWhenTheFirstDoesNotAnswer() throws Exception {
        files.put("second/a.jpg", "second");
        breakStore();
        files.failure(image("a.jpg"));
        assertEquals(1, files.store.requests.size());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsBrokenOffIsNeverUsed(boolean cleanEnd) throws Exception {
        files.put("first/shop/a.jpg", "0123456789");
        files.store.cleanEnd = cleanEnd;
        for (int cut = 0; cut < 10; cut++) {
            files.store.cut = cut;
            Failure failure = files.failure(image("a.jpg"));
            assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure.kind(), failure::message);
            assertEquals(0, files.files());
            files.clock.advance(Duration.ofSeconds(11));
        }
        files.store.cut = -1;
        assertEquals("0123456789", files.read(image("a.jpg")));
    }

    @Test
    void theLastGoodFileDoesWhileTheStoreIsDownForAsLongAsIsAllowed() throws Exception {
        files.put("first/shop/a.jpg", "one");
        files.read(image("a.jpg"));
        breakStore();
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        assertEquals("one", files.read(image("a.jpg")));
        assertEquals(1, files.stores.figures().count(FetchOutcome.STALE));
        files.clock.advance(StoreFixture.STALE.minusMinutes(1));
        assertEquals("one", files.read(image("a.jpg")));
        files.clock.advance(Duration.ofMinutes(2));
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE, files.failure(image("a.jpg")).kind());
        files.store.trouble = request -> {};
        files.clock.advance(Duration.ofSeconds(11));
        assertEquals("one", files.read(image("a.jpg")));
    }

    @Test
    void aBrokenAnswerLeavesTheLastGoodFile() throws Exception {
        files.put("first/shop/a.jpg", "0123456789");
        files.read(image("a.jpg"));
        files.put("first/shop/a.jpg", "abcdefghij");
        files.store.cut = 4;
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        assertEquals("0123456789", files.read(image("a.jpg")));
        files.store.cut = -1;
        files.clock.advance(REST);
        assertEquals("abcdefghij", files.read(image("a.jpg")));
        assertEquals(1, files.files());
    }

    @Test
    void whatCannotBeTheFileNeitherReplacesItNorOpensTheBreaker() throws Exception {
        files.put("first/shop/a.jpg", "one");
        files.read(image("a.jpg"));
        files.store.trouble = request -> {
            if (!request.name().endsWith("b.jpg")) {
                throw new ObjectStoreException(Reason.UNUSABLE, "it sends a web page", null);
            }
        };
        files.clock.advance(StoreFixture.FRESH.plusSeconds(1));
        assertEquals("one", files.read(image("a.jpg")));
        for (int i = 0; i < 6; i++) {
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE,
                    files.failure(image(i + ".jpg")).kind());
        }
        assertEquals(SourceRoots.StoreState.FAILING, state());
        files.put("first/shop/b.jpg", "two");
        assertEquals("two", files.read(image("b.jpg")));
        assertEquals(SourceRoots.StoreState.OK, state());
    }

    @Test
    void aFileThatIsAnotherThanNobodyHasAskedForIsNotMissing() throws Exception {
        files.store.absent = State.CHANGED;
        assertEquals(
                FailureKind.STORAGE_UNAVAILABLE, files.failure(image("a.jpg")).kind());
    }

    @Test
    void forbiddenIsMissingOrNotAsIsSet() throws Exception {
        files.store.absent = State.FORBIDDEN;
        assertEquals(FailureKind.SOURCE_MISSING, files.failure(image("a.jpg")).kind());
        try (StoreFixture strict = new StoreFixture(temp.resolve("strict"), StoreFixture.settings(false, 8))) {
            strict.store.absent = State.FORBIDDEN;
            assertEquals(
                    FailureKind.SOURCE_UNREADABLE,
                    strict.failure(image("a.jpg")).kind());
        }
    }

    @Test
    void theBreakerOpensAndOneProbeClosesIt() throws Exception {
        breakStore();
        for (int i = 0; i < 5; i++) {
            files.failure(image(i + ".jpg"));
        }
        assertEquals(SourceRoots.StoreState.DOWN, state());
        int before = files.store.requests.size();
        Failure failure = files.failure(image("6.jpg"));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure.kind());
        assertEquals(before, files.store.requests.size());
        files.store.trouble = request -> {};
        files.put("first/shop/6.jpg", "back");
        files.clock.advance(Duration.ofSeconds(11));
        assertEquals("back", files.read(image("6.jpg")));
        assertEquals(SourceRoots.StoreState.OK, state());
    }

    @Test
    void aStoreIsProbedWhenTheClockHasBeenSetBack() throws Exception {
        breakStore();
        for (int i = 0; i < 5; i++) {
            files.failure(image(i + ".jpg"));
        }
        assertEquals(SourceRoots.StoreState.DOWN, state());
        files.store.trouble = request -> {};
        files.put("first/shop/6.jpg", "back");
        files.clock.advance(Duration.ofDays(-1));
        assertEquals("back", files.read(image("6.jpg")));
    }

    private SourceRoots.StoreState state() {
        return files.stores.entries().get(0).state();
    }

    @Test
    void aStoreThatTurnsUsAwaySaysWhyToTheOperatorAlone() throws Exception {
        files.store.trouble = request -> {
            throw new ObjectStoreException(Reason.REFUSED, "the secret key is wrong", null);
        };
        Failure failure = files.failure(image("a.jpg"));
        assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure.kind());
        assertFalse(failure.message().contains("the secret key is wrong"), failure::message);
        assertEquals(SourceRoots.StoreState.REFUSED, state());
        assertFalse(failure.message().contains("first"), failure::message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"test://a?wrong=1", "nowhere://a/b", "test://user:key@a/b"})
    void aRootThatCannotBeUsedIsNoMissingFile(String rootPath) throws Exception {
        Failure failure = files.failure(new SourceKey(Kind.IMAGE, rootPath, "a.jpg", true));
        assertTrue(
                failure.kind() == FailureKind.STORAGE_UNAVAILABLE || failure.kind() == FailureKind.SOURCE_UNREADABLE,
                failure::message);
        assertFalse(failure.message().contains("wrong=1"), failure::message);
    }

    @Test
    void aHundredRequestsForOneFileAreOneFetch() throws Exception {
        files.put("first/shop/a.jpg", "one");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        files.store.trouble = request -> {
            asked.countDown();
            await(goOn);
        };
        ExecutorService threads = Executors.newFixedThreadPool(100);
        try {
            List<Future<String>> reads = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                for (String catalog : List.of("a", "b", "c", "d")) {
                    reads.add(threads.submit(() -> {
                        try (SourceLease lease = files.leaseFor(catalog, image("a.jpg"))) {
                            return files.read(image("a.jpg"));
                        } catch (ServeException e) {
                            return e.failure().kind().code();
                        }
                    }));
                }
            }
            asked.await();
            Thread.sleep(300);
            goOn.countDown();
            int good = 0;
            for (Future<String> read : reads) {
                String text = read.get(60, TimeUnit.SECONDS);
                good += text.equals("one") ? 1 : 0;
                assertTrue(text.equals("one") || text.equals("server.overloaded"), text);
            }
            // store.maxWaiting, 64 here, has half for one store
            assertTrue(good >= 32, () -> "too few");
            assertEquals(1, files.store.requests.size());
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStoreThatHangsTakesHalfOfThePlacesAtMost() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        files.put("other/a.jpg", "sound");
        files.store.trouble = request -> {
            if (request.name().startsWith("shop/")) {
                await(goOn);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(40);
        try {
            List<Future<FailureKind>> hung = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                SourceKey key = image(i + ".jpg");
                String catalog = "catalog" + i;
                hung.add(threads.submit(() -> assertThrows(ServeException.class, () -> {
                            files.access.fetch(
                                    List.of(key), catalog, files.clock.instant().plusMillis(1500));
                            throw new ServeException(new Failure.Malformed("fetched"));
                        })
                        .failure()
                        .kind()));
            }
            Thread.sleep(300);
            SourceKey other = new SourceKey(Kind.IMAGE, "test://other", "a.jpg", true);
            assertEquals("sound", files.read(other));
            int late = 0;
            for (Future<FailureKind> each : hung) {
                FailureKind kind = each.get(60, TimeUnit.SECONDS);
                late += kind == FailureKind.STORAGE_UNAVAILABLE ? 1 : 0;
                assertTrue(kind == FailureKind.STORAGE_UNAVAILABLE || kind == FailureKind.SERVER_OVERLOADED);
            }
            assertEquals(4, late, "half of 8 requests");
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
    }
}
