package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of stores in requests. */
class StoredImagesTest {

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private TestImages images;
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.defaults()
                .record("own", "own")
                .record("gone", "gone")
                .record("stand-in", "stand-in")
                .set(Attributes.DEFAULT_IMAGE, "stand-in");
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("gone");
        images.stored = true;
        engine = EngineSetup.engine(2, 10, images, new KeptReplies(), new FailedSources(10, InstantSource.system()));
    }

    @AfterEach
    void end() {
        engine.close();
        assertEquals(0, images.openedWithoutLease.get());
        assertEquals(0, images.leases.get());
    }

    private Reply reply(String query, String path) {
        return assertInstanceOf(
                Reply.class, engine.serve(EngineSetup.localCall(path + "?" + query, catalogs, new AccessRecord())));
    }

    private List<String> fetched() {
        return images.fetched.stream().map(SourceKey::path).toList();
    }

    @Test
    void theyAreFetchedByTheRequestAndNotByWhoDraws() {
        Reply reply = reply("wid=20", "own");
        assertEquals(200, reply.status());
        assertNull(reply.standIn());
        assertEquals(List.of("own"), fetched());
        assertEquals(List.of(Thread.currentThread().getName()), images.fetchers);
    }

    @Test
    void theCacheHasTheReplyWhetherOrNotTheyHadToBeAskedForAgain() {
        assertEquals(CacheUse.CREATED, reply("wid=20&cache=validate", "own").cacheUse());
        assertEquals(CacheUse.REUSED, reply("wid=20&cache=validate", "own").cacheUse());
        assertEquals(1, images.fetched.size());
        images.fresh = false;
        assertEquals(CacheUse.REUSED, reply("wid=20&cache=validate", "own").cacheUse());
        assertEquals(2, images.fetched.size());
        assertEquals(1, images.decoded.get());
    }

    @Test
    void oneThatIsMissingHasItsStandIn() {
        Reply reply = reply("wid=20", "gone");
        assertEquals(200, reply.status());
        assertEquals(
                StandIn.Kind.DEFAULT_IMAGE,
                Objects.requireNonNull(reply.standIn()).kind());
        assertEquals(List.of("gone", "stand-in"), fetched());
    }

    @Test
    void whenTheStoreCannotBeAskedNothingIsMissing() {
        images.unavailable(true);
        assertEquals(503, reply("wid=20", "own").status());
        assertEquals(503, reply("wid=20", "gone").status());
    }

    @Test
    void propertiesOfThemAreTold() {
        assertEquals(200, reply("req=imageprops", "own").status());
        assertEquals(200, reply("req=props&wid=20", "own").status());
        assertEquals(200, reply("req=exists", "own").status());
        assertEquals(List.of("own", "own"), fetched());
    }
}
