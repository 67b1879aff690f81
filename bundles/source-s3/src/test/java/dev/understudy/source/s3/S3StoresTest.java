package dev.understudy.source.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.SourceRoots;
import dev.understudy.observe.SourceRoots.FetchOutcome;
import dev.understudy.source.ObjectStore;
import dev.understudy.source.ObjectStoreException;
import dev.understudy.source.RootUrl;
import dev.understudy.source.StoreRequest;
import dev.understudy.source.StoredObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Images in a bucket, read by the SDK from a server that checks signatures. */
@Timeout(240)
class S3StoresTest {

    @TempDir
    static Path temp;

    /** Longer than a failure is remembered, and than a store is left alone. */
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(11);

    private static S3Server server;
    private static Path credentials;

    @BeforeAll
    static void begin() throws Exception {
        server = new S3Server(temp.resolve("s3"));
        credentials = S3Server.credentials(temp, S3Server.ACCESS_KEY, S3Server.SECRET_KEY);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static String root(String bucket, int port) {
        return "s3://" + bucket + "/pre%20fix?region=eu-central-1&endpoint=http://127.0.0.1:" + port;
    }

    private static S3Fixture fixture(Path keys) {
        return new S3Fixture(temp, root(S3Server.BUCKET, server.port()), keys);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain.jpg", "with space+plus.jpg", "sub/\u00fc\u6905.jpg", "per%20cent&amp;.jpg", "a'(b)!*.jpg"
            })
    void namesOfEveryKindAreFound(String name) throws Exception {
        server.put("pre fix/" + name, "this is " + name);
        try (S3Fixture files = fixture(credentials)) {
            assertEquals("this is " + name, files.read(name));
        }
    }

    @Test
    void changesAreSeenAndWhatHasNotChangedIsNotSentAgain() throws Exception {
        server.put("pre fix/changing.jpg", "one");
        Duration notFresh = S3Fixture.FRESH.plusSeconds(1);
        try (S3Fixture files = fixture(credentials)) {
            assertEquals("one", files.read("changing.jpg"));
            files.pass(notFresh);
            assertEquals("one", files.read("changing.jpg"));
            assertEquals(1, files.access.figures().count(FetchOutcome.UNCHANGED));
            server.put("pre fix/changing.jpg", "another");
            files.pass(notFresh);
            assertEquals("another", files.read("changing.jpg"));
            server.remove("pre fix/changing.jpg");
            files.pass(notFresh);
            assertEquals(
                    FailureKind.SOURCE_MISSING, files.failure("changing.jpg").kind());
        }
    }

    @Test
    void whatHasGoneIsMissing() throws Exception {
        server.put("gone.bin", "0123456789");
        S3Stores stores = new S3Stores(new S3Settings(Optional.of(credentials), ""));
        RootUrl bucket = RootUrl.of(root(S3Server.BUCKET, server.port())).store();
        try (ObjectStore store = stores.open(bucket, Duration.ofSeconds(20), 2)) {
            String tag;
            try (StoredObject whole = store.read(StoreRequest.whole("gone.bin", ""))) {
                tag = whole.tag();
            }
            server.remove("gone.bin");
            assertEquals(
                    StoredObject.State.MISSING,
                    store.read(StoreRequest.whole("gone.bin", tag)).state());
        }
    }

    @Test
    void whatIsNotThereIsMissing() throws Exception {
        try (S3Fixture files = fixture(credentials)) {
            assertEquals(
                    FailureKind.SOURCE_MISSING, files.failure("nothing.jpg").kind());
            assertEquals(
                    SourceRoots.StoreState.OK, files.access.entries().get(0).state());
        }
    }

    @Test
    void aWrongSecretIsTheOperatorsBusiness() throws Exception {
        server.put("pre fix/there.jpg", "there");
        Path wrong = S3Server.credentials(temp, S3Server.ACCESS_KEY, "not-" + S3Server.SECRET_KEY);
        assertRefused(wrong, S3Server.BUCKET, "secret key");
        Path unknown = S3Server.credentials(temp, "nobody", S3Server.SECRET_KEY);
        assertRefused(unknown, S3Server.BUCKET, "access key");
        assertRefused(credentials, "no-such-bucket", "bucket");
        assertRefused(temp.resolve("no-such-file"), S3Server.BUCKET, "credentials");
    }

    private static void assertRefused(Path keys, String bucket, String why) throws Exception {
        try (S3Fixture files = new S3Fixture(temp, root(bucket, server.port()), keys)) {
            Failure failure = files.failure("there.jpg");
            assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure.kind(), failure::message);
            assertFalse(failure.message().contains(why), failure::message);
            assertTrue(String.valueOf(failure.cause()).contains(why), () -> String.valueOf(failure.cause()));
            assertFalse(failure.message().contains(S3Server.SECRET_KEY), failure::message);
            assertFalse(failure.message().contains(bucket), failure::message);
            assertEquals(
                    SourceRoots.StoreState.REFUSED,
                    files.access.entries().get(0).state());
        }
    }

    @Test
    void newKeysInTheFileAreTakenUp() throws Exception {
        server.put("pre fix/keys.jpg", "keys");
        Path file = Files.copy(S3Server.credentials(temp, S3Server.ACCESS_KEY, "wrong"), temp.resolve("rotated"));
        try (S3Fixture files = fixture(file)) {
            assertEquals(
                    FailureKind.STORAGE_UNAVAILABLE, files.failure("keys.jpg").kind());
            Files.write(file, Files.readAllBytes(credentials));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (files.access.entries().get(0).state() != SourceRoots.StoreState.OK && System.nanoTime() < end) {
                Thread.sleep(500);
                files.pass(AFTER_A_FAILURE);
                try {
                    files.read("keys.jpg");
                } catch (dev.understudy.failure.ServeException e) {
                    // until the file is read again
                }
            }
            assertEquals("keys", files.read("keys.jpg"));
        }
    }

    @Test
    void aHundredRequestsAreOneFetch() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(1).nextBytes(large);
        server.put("pre fix/large.bin", large);
        try (S3Fixture files = fixture(credentials)) {
            ExecutorService threads = Executors.newFixedThreadPool(100);
            List<Future<byte[]>> reads = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                reads.add(threads.submit(() -> files.bytes("large.bin")));
            }
            for (Future<byte[]> read : reads) {
                assertArrayEquals(large, read.get(60, TimeUnit.SECONDS));
            }
            threads.shutdown();
            assertEquals(
                    1,
                    files.access.figures().count(FetchOutcome.FETCHED),
                    () -> files.access.figures().toString());
            assertEquals(1, files.access.entries().get(0).requests());
        }
    }

    @Test
    void aStoreThatIsKilledInTheMiddleOfAnAnswerGivesNothing() throws Exception {
        byte[] large = new byte[3 << 20];
        new Random(2).nextBytes(large);
        server.put("pre fix/cut.bin", large);
        try (CuttingProxy proxy = new CuttingProxy(server.port());
                S3Fixture files = new S3Fixture(temp, root(S3Server.BUCKET, proxy.port()), credentials)) {
            for (int bytes : List.of(100, 100_000, 3 << 20)) {
                proxy.cutAfter(bytes);
                Failure failure = files.failure("cut.bin");
                assertEquals(FailureKind.STORAGE_UNAVAILABLE, failure.kind(), failure::message);
                files.pass(AFTER_A_FAILURE);
            }
            proxy.cutAfter(Long.MAX_VALUE);
            assertArrayEquals(large, files.bytes("cut.bin"));
        }
    }

    @Test
    void aPartIsNeverTakenForTheWhole() throws Exception {
        HttpServer parts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        parts.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"x\"");
            exchange.getResponseHeaders().set("Content-Range", "bytes 0-3/8");
            exchange.sendResponseHeaders(206, 4);
            exchange.getResponseBody().write(new byte[4]);
            exchange.close();
        });
        parts.start();
        S3Stores stores = new S3Stores(new S3Settings(Optional.of(credentials), ""));
        RootUrl bucket =
                RootUrl.of(root(S3Server.BUCKET, parts.getAddress().getPort())).store();
        try (ObjectStore store = stores.open(bucket, Duration.ofSeconds(20), 2)) {
            assertThrows(ObjectStoreException.class, () -> store.read(StoreRequest.whole("a.bin", "")));
            assertThrows(ObjectStoreException.class, () -> store.read(StoreRequest.part("a.bin", "\"x\"", 1, 3)));
            try (StoredObject part = store.read(StoreRequest.part("a.bin", "\"x\"", 0, 4))) {
                assertEquals(8, part.length());
            }
        } finally {
            parts.stop(0);
        }
    }

    @Test
    void partsAreOfTheStateThatIsWanted() throws Exception {
        server.put("part.bin", "0123456789");
        S3Stores stores = new S3Stores(new S3Settings(Optional.of(credentials), ""));
        RootUrl bucket = RootUrl.of(root(S3Server.BUCKET, server.port())).store();
        try (ObjectStore store = stores.open(bucket, Duration.ofSeconds(20), 2)) {
            String tag;
            try (StoredObject whole = store.read(StoreRequest.whole("part.bin", ""))) {
                tag = whole.tag();
            }
            try (StoredObject part = store.read(StoreRequest.part("part.bin", tag, 3, 4))) {
                assertEquals("3456", new String(part.body().readAllBytes(), StandardCharsets.US_ASCII));
                assertEquals(10, part.length());
            }
            assertEquals(
                    StoredObject.State.CHANGED,
                    store.read(StoreRequest.part("part.bin", "\"other\"", 3, 4)).state());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3://b/?region=eu-central-1",
                "s3://bucket/?regoin=x",
                "s3://bucket/?region=EU",
                "s3://bucket/?endpoint=ftp://h",
                "s3://bucket/?endpoint=http://user:key@h",
                "s3://bucket/?pathStyle=maybe"
            })
    void rootsThatCannotBeUsedAreRefused(String root) {
        S3Stores stores = new S3Stores(new S3Settings(Optional.empty(), ""));
        RootUrl store = RootUrl.of(root).store();
        String message = assertThrows(
                        IllegalArgumentException.class, () -> stores.open(store, Duration.ofSeconds(1), 1))
                .getMessage();
        assertFalse(message.contains("key@"), message);
    }
}
