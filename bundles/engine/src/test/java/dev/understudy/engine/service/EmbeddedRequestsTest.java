package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.engine.foreign.SourceFetch;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.plan.ImageFile;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.engine.planning.RequestPlanner;
import dev.understudy.engine.render.MemoryBudget;
import dev.understudy.engine.request.TestRequests;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When vector images are looked into for requests. */
class EmbeddedRequestsTest {

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private TestImages images;
    private List<String> references = List.of("ball");
    private int looks;

    @BeforeEach
    void begin() throws Exception {
        catalogs.defaults().record("frame", "frame.svg").record("ball", "ball.jpg");
        byte[] svg = "<svg/>".getBytes(StandardCharsets.UTF_8);
        images = new TestImages(Files.write(folder.resolve("image"), svg));
    }

    private PlannedRequest planned() throws ServeException {
        return RequestPlanner.plan(TestRequests.read("frame", "wid=20", catalogs));
    }

    private EmbeddedRequests requests(WorkScheduler scheduler) {
        EngineSetup.NothingDrawn renderer = new EngineSetup.NothingDrawn() {
            @Override
            public List<String> requests(ImageFile file, MemoryBudget memory) {
                looks++;
                return references;
            }
        };
        return new EmbeddedRequests(
                images, new SourceExistence(images), new SourceFetch(images, scheduler), scheduler, renderer);
    }

    private void letNobodyElseIn(WorkScheduler scheduler) throws ServeException {
        String tenant = planned().summary().catalog().rootId();
        assertThrows(ServeException.class, () -> {
            while (true) {
                scheduler.admit(tenant, soon());
            }
        });
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }

    @Test
    void aFileIsLookedIntoOnceInEachOfItsStates() throws Exception {
        try (WorkScheduler scheduler = EngineSetup.gate()) {
            EmbeddedRequests requests = requests(scheduler);
            PlannedRequest first = requests.resolved(planned(), soon());
            assertEquals(2, first.sources().size());
            assertEquals(first.image(), requests.resolved(planned(), soon()).image());
            assertEquals(1, looks);
            images.changes("frame.svg");
            references = List.of();
            PlannedRequest other = planned();
            assertSame(other, requests.resolved(other, soon()));
            assertEquals(2, looks);
            letNobodyElseIn(scheduler);
            PlannedRequest third = planned();
            assertSame(third, requests.resolved(third, soon()));
            images.changes("frame.svg");
            assertThrows(ServeException.class, () -> requests.resolved(planned(), soon()));
        }
    }

    @Test
    void theLastLookIsKnownWhenTheFileHasGone() throws Exception {
        try (WorkScheduler scheduler = EngineSetup.gate()) {
            EmbeddedRequests requests = requests(scheduler);
            PlannedRequest never = planned();
            assertSame(never, requests.lastKnown(never));
            PlannedRequest first = requests.resolved(planned(), soon());
            images.without("frame.svg");
            assertThrows(ServeException.class, () -> requests.resolved(planned(), soon()));
            assertEquals(first.image(), requests.lastKnown(planned()).image());
        }
    }

    @Test
    void aKeptReplyIsServedWhenTheFileHasGone() {
        try (Engine engine = EngineSetup.engine(images)) {
            assertEquals(CacheUse.CREATED, reply(engine, "frame?wid=20").cacheUse());
            images.without("frame.svg");
            assertEquals(CacheUse.REUSED, reply(engine, "frame?wid=20&req=img").cacheUse());
            assertEquals(403, reply(engine, "frame?wid=21").status());
        }
    }

    private Reply reply(Engine engine, String target) {
        return assertInstanceOf(
                Reply.class,
                engine.serve(EngineSetup.call(target, InetAddress.getLoopbackAddress(), catalogs, new AccessRecord())));
    }
}
