package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No client, by however many names, has all requests to foreign servers, or all places of those who wait for them. */
@Timeout(60)
class FetchLimitsTest {

    private static final SocketAddressResolver EVERY_NAME =
            (host, port, context, promise) -> promise.succeeded(List.of(new InetSocketAddress("127.0.0.1", port)));

    @TempDir
    Path folder;

    private final CountDownLatch end = new CountDownLatch(1);
    private final List<CompletableFuture<Void>> waiters = new ArrayList<>();

    @AfterEach
    void letGo() {
        end.countDown();
    }

    private ForeignFixture fixture(int maxRequests, int maxWaiting) throws Exception {
        ForeignSettings most = ForeignFixture.settings("127.0.0.1", 20, 1 << 20, 1 << 20, maxRequests);
        ForeignSettings settings = new ForeignSettings(
                most.timeout(),
                most.defaultExpiration(),
                most.addresses(),
                most.maxFileBytes(),
                most.maxKeptBytes(),
                maxRequests,
                maxWaiting);
        ForeignFixture foreign = new ForeignFixture(folder, settings, EVERY_NAME);
        foreign.origin.script = (head, out) -> {
            end.await();
            out.write(OriginServer.answer("Cache-Control: max-age=60\r\n", ForeignFixture.IMAGE));
        };
        return foreign;
    }

    private static SourceKey key(ForeignFixture foreign, String host, String target) {
        return SourceKey.foreign(ForeignUrl.of("http://" + host + ":" + foreign.origin.port() + target));
    }

    private void waitFor(ForeignFixture foreign, String catalog, SourceKey key) {
        waiters.add(CompletableFuture.runAsync(
                () -> {
                    try {
                        foreign.leaseFor(catalog, key).close();
                    } catch (ServeException e) {
                        throw new IllegalStateException(e.failure().message(), e);
                    }
                },
                task -> new Thread(task).start()));
    }

    private void assertAllAnswered() throws Exception {
        end.countDown();
        for (CompletableFuture<Void> waiter : waiters) {
            waiter.get();
        }
    }

    private static void awaitHeads(ForeignFixture foreign, int count) throws InterruptedException {
        while (foreign.origin.heads().size() < count) {
            Thread.sleep(5);
        }
    }

    private static void assertBusy(Failure failure, String setting) {
        assertEquals(FailureKind.SERVER_OVERLOADED, failure.kind());
        assertTrue(failure.message().contains(setting), failure.message());
    }

    @Test
    void oneAddressHasHalfOfTheRequestsByWhateverNames() throws Exception {
        try (ForeignFixture foreign = fixture(8, 100)) {
            for (int i = 0; i < 4; i++) {
                waitFor(foreign, "catalog" + i, key(foreign, i + ".evil.example", "/a"));
            }
            awaitHeads(foreign, 4);
            SourceKey fifth = key(foreign, "5.evil.example", "/a");
            assertBusy(foreign.failure(fifth), "foreign.maxRequests allows 8");
            assertAllAnswered();
            // that it was one too many says nothing of the image
            foreign.fetch(fifth);
        }
    }

    @Test
    void aUsedConnectionCountsAsANewOneDoes() throws Exception {
        try (ForeignFixture foreign = fixture(2, 100)) {
            end.countDown();
            foreign.fetch(key(foreign, "used.example", "/a"));
            CountDownLatch later = new CountDownLatch(1);
            foreign.origin.script = (head, out) -> {
                later.await();
                out.write(OriginServer.answer("", ForeignFixture.IMAGE));
            };
            waitFor(foreign, "catalog", key(foreign, "a.example", "/a"));
            awaitHeads(foreign, 2);
            assertBusy(foreign.failure(key(foreign, "used.example", "/b")), "foreign.maxRequests allows 2");
            later.countDown();
            assertAllAnswered();
        }
    }

    @Test
    void placesOfAnAddressAreGivenBack() throws Exception {
        try (ForeignFixture foreign = fixture(2, 100)) {
            end.countDown();
            for (int i = 0; i < 10; i++) {
                foreign.fetch(key(foreign, i + ".example", "/a"));
                foreign.fetch(key(foreign, i + ".example", "/b"));
            }
            foreign.origin.says("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                Failure failure = foreign.failure(key(foreign, i + ".example", "/c"));
                assertEquals(FailureKind.FOREIGN_FAILED, failure.kind());
            }
        }
    }

    @Test
    void halfOfThoseWhoMayWaitMayForOneServer() throws Exception {
        try (ForeignFixture foreign = fixture(64, 6)) {
            SourceKey slow = key(foreign, "slow.example", "/a");
            for (int i = 0; i < 3; i++) {
                waitFor(foreign, "catalog" + i, slow);
            }
            awaitHeads(foreign, 1);
            while (true) {
                Failure failure = failureWithin(foreign, slow);
                if (failure.kind() == FailureKind.SERVER_OVERLOADED) {
                    assertBusy(failure, "foreign.maxWaiting allows 6");
                    break;
                }
            }
            waitFor(foreign, "catalog4", key(foreign, "other.example", "/a"));
            awaitHeads(foreign, 2);
            assertAllAnswered();
            foreign.fetch(slow);
        }
    }

    /** Why a request fails that waits for a moment only. */
    private static Failure failureWithin(ForeignFixture foreign, SourceKey key) {
        try {
            foreign.access.fetch(
                    List.of(key), "catalog", foreign.clock.instant().plus(Duration.ofMillis(20)));
            throw new AssertionError("it cannot be there");
        } catch (ServeException e) {
            return e.failure();
        }
    }

    @Test
    void whatIsAtHandIsWaitedForByNobody() throws Exception {
        try (ForeignFixture foreign = fixture(64, 1)) {
            end.countDown();
            SourceKey known = key(foreign, "a.example", "/known");
            foreign.fetch(known);
            CountDownLatch later = new CountDownLatch(1);
            foreign.origin.script = (head, out) -> {
                later.await();
                out.write(OriginServer.answer("", ForeignFixture.IMAGE));
            };
            waitFor(foreign, "catalog", key(foreign, "a.example", "/slow"));
            awaitHeads(foreign, 2);
            foreign.fetch(known);
            later.countDown();
            assertAllAnswered();
        }
    }
}
