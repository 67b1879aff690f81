package dev.understudy.engine.service;

import static dev.understudy.engine.service.EngineSetup.text;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ProcessingStatus;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole engine with decoders that loop, eat memory or take their time, and with more requests than it can take. */
@Timeout(60)
class UnderPressureTest {

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final FailedSources failed = new FailedSources(10, InstantSource.system());
    private final KeptReplies cache = new KeptReplies();
    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final CountDownLatch release = new CountDownLatch(1);
    private TestImages images;
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        for (String name : List.of("good", "other", "slow", "loop", "loop2", "loop3", "eater")) {
            catalogs.defaults().record(name, name);
            catalogs.tenant("flooded").record(name, name);
            catalogs.tenant("quiet").record(name, name);
        }
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100]))
                .with("slow", channel -> release.await());
    }

    @AfterEach
    void end() {
        release.countDown();
        requests.shutdownNow();
        engine.close();
    }

    private void start(int permits, int places) {
        engine = EngineSetup.engine(permits, places, images, cache, failed);
    }

    private Reply get(String path) {
        return get(path, Instant.now().plusSeconds(60));
    }

    private Reply get(String path, Instant deadline) {
        return assertInstanceOf(Reply.class, answer(path, deadline));
    }

    private Answer answer(String path, Instant deadline) {
        int query = path.indexOf('?');
        Call call = new Call(
                query < 0 ? path : path.substring(0, query),
                query < 0 ? null : path.substring(query + 1),
                InetAddress.getLoopbackAddress(),
                deadline,
                Forwardable.YES,
                catalogs,
                new AccessRecord(),
                false);
        return engine.serve(call);
    }

    /** The deadline of a request that is not going to be answered before. */
    private static Instant soon() {
        return Instant.now().plusMillis(100);
    }

    private Future<Reply> later(String path) {
        return requests.submit(() -> get(path));
    }

    private static void assertOverloaded(Reply reply) {
        assertEquals(503, reply.status());
        assertEquals("server.overloaded", text(reply));
        assertEquals(ProcessingStatus.OVERLOAD, reply.standIn().cause().processingStatus());
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.onSpinWait();
        }
    }

    /** As long as a decoder loops it does not hear anything. */
    private void loop() {
        boolean over = false;
        while (!over) {
            try {
                over = release.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                // hears nothing
            }
        }
    }

    @Test
    void aDecoderThatLoopsForEverIsLeftAloneAndNotTriedAgain() throws Exception {
        start(4, 100);
        images.with("loop", channel -> loop());
        for (int i = 0; failed.entries().isEmpty(); i++) {
            assertOverloaded(get("loop?wid=1" + i, soon()));
        }
        int tried = images.decoded.get();
        assertOverloaded(get("loop"));
        assertEquals(tried, images.decoded.get());
        assertEquals("loop", failed.entries().get(0).file());
        assertEquals(200, get("good").status());
        release.countDown();
        await(() -> images.open.get() == 0);
    }

    @Test
    void decodersThatLoopReadingEndWithTheirDeadline() throws Exception {
        start(1, 100);
        for (String name : List.of("loop", "loop2", "loop3")) {
            images.with(name, channel -> {
                while (true) {
                    channel.position(0);
                    channel.read(ByteBuffer.allocate(10));
                }
            });
            assertOverloaded(get(name, soon()));
        }
        await(() -> images.open.get() == 0);
        assertEquals(200, get("good").status());
    }

    @Test
    void decodersThatEatMemoryGiveItBack() {
        start(1, 100);
        // more than any heap has, so that it fails at once
        images.with("eater", channel -> requireNonNull(new byte[Integer.MAX_VALUE]));
        for (int i = 0; i < 10; i++) {
            assertOverloaded(get("eater"));
        }
        assertEquals(0, images.open.get());
        assertEquals(200, get("good").status());
    }

    @Test
    void whatIsMissingIsToldWithoutWaitingForATurn() throws Exception {
        start(1, 1);
        images.without("other");
        Future<Reply> slow = later("slow");
        await(() -> images.decoded.get() == 1);
        assertOverloaded(get("good"));
        Answer missing = answer("other", Instant.now().plusSeconds(60));
        assertEquals(
                FailureKind.SOURCE_MISSING,
                assertInstanceOf(Forward.class, missing).cause().kind());
        release.countDown();
        assertEquals(200, slow.get().status());
    }

    @Test
    void twoHundredRequestsForTheSameAreOneRendering() throws Exception {
        start(2, 320);
        List<Future<Reply>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(later("slow?wid=20"));
        }
        await(() -> cache.waiting.get() == 199);
        assertEquals(200, get("other").status(), "they hold one permit");
        release.countDown();
        int created = 0;
        for (Future<Reply> each : all) {
            assertEquals(200, each.get().status());
            created += each.get().cacheUse() == CacheUse.CREATED ? 1 : 0;
        }
        assertEquals(1, created);
        assertEquals(2, images.decoded.get());
    }

    @Test
    void aFloodedTenantIsSentAwayAndTheOthersAreNot() throws Exception {
        start(2, 12);
        get("good");
        List<Future<Reply>> flood = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            flood.add(later("flooded/slow?wid=" + i));
        }
        await(() -> flood.stream().filter(Future::isDone).count() == 4);
        assertOverloaded(get("flooded/other"));
        assertOverloaded(get("flooded/other?req=props"));
        assertEquals(200, get("quiet/other?wid=7").status());
        assertEquals(200, get("quiet/good?req=props").status());
        assertEquals(CacheUse.REUSED, get("good").cacheUse(), "what is kept needs no place");
        assertEquals(200, get("flooded/good?req=exists").status());
        release.countDown();
        int served = 0;
        for (Future<Reply> each : flood) {
            served += each.get().status() == 200 ? 1 : 0;
        }
        assertEquals(8, served, "two thirds of the places");
    }

    @Test
    void readingHeadsForPropertiesTakesAPermitToo() throws Exception {
        start(1, 100);
        Future<Reply> slow = later("slow");
        await(() -> images.decoded.get() == 1);
        for (String type : List.of("props", "imageprops")) {
            assertOverloaded(get("good?req=" + type, soon()));
        }
        assertEquals(1, images.inspected.get());
        release.countDown();
        assertEquals(200, slow.get().status());
        assertEquals(200, get("good?req=imageprops").status());
        assertEquals(2, images.inspected.get());
    }

    @Test
    void pathsThatNeedNoWorkNeedNoPermit() throws Exception {
        start(1, 2);
        Future<Reply> slow = later("flooded/slow");
        await(() -> images.decoded.get() == 1);
        assertTrue(List.of("req=exists", "req=catalogprops", "req=userdata", "req=validate", "req=resolve").stream()
                .allMatch(query -> get("flooded/good?" + query).status() == 200));
        release.countDown();
        assertEquals(200, slow.get().status());
    }
}
