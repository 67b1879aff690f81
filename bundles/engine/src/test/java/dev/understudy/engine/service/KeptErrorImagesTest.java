package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An error image that was just drawn is not drawn again, and does not get into the response cache. */
class KeptErrorImagesTest {

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private final KeptReplies cache = new KeptReplies();
    private TestImages images;
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.defaults()
                .record("sorry", "sorry", "layer=1&size=30,20&color=ff0000&text=$error.request$", "")
                .record("gone", "gone")
                .set(Attributes.ERROR_IMAGE, "sorry");
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("gone");
        engine = EngineSetup.engine(2, 10, images, cache, new FailedSources(10, InstantSource.system()));
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply reply(String query) {
        AccessRecord record = new AccessRecord();
        Reply reply =
                assertInstanceOf(Reply.class, engine.serve(EngineSetup.localCall("gone?" + query, catalogs, record)));
        assertEquals(StandIn.Kind.ERROR_IMAGE, standIn(reply).kind());
        assertEquals(CacheUse.UNDEFINED, reply.cacheUse(), "as one that is drawn anew");
        return reply;
    }

    private static StandIn standIn(Reply reply) {
        StandIn standIn = reply.standIn();
        assertNotNull(standIn);
        return standIn;
    }

    @Test
    void theSameFailureHasTheSameImageAndAnotherOneAnother() {
        Reply first = reply("wid=20");
        int drawn = images.decoded.get();
        assertEquals(first, reply("wid=20"));
        assertEquals(drawn, images.decoded.get());
        reply("wid=21");
        assertEquals(drawn + 1, images.decoded.get(), "another text");
        reply("wid=20&cache=off");
        assertEquals(drawn + 2, images.decoded.get());
        reply("wid=20&cache=update");
        reply("wid=20&cache=update");
        assertEquals(drawn + 4, images.decoded.get());
        assertNull(reply("wid=20").lastModified());
    }
}
