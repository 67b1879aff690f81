package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code req=loadcache}: the image is made and kept, and its length told. */
class LoadCacheTest {

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.defaults().record("good", "good").record("gone", "gone");
        TestImages images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("gone");
        engine = EngineSetup.engine(images);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply reply(String query, String path) {
        return assertInstanceOf(
                Reply.class, engine.serve(EngineSetup.localCall(path + "?" + query, catalogs, new AccessRecord())));
    }

    @Test
    void theNextRequestFindsTheImageInTheCache() {
        Reply loaded = reply("wid=20&req=loadcache", "good");
        assertEquals(200, loaded.status());
        assertEquals(CacheUse.CREATED, loaded.cacheUse());
        assertTrue(loaded.contentType().startsWith("text/plain"), loaded.contentType());
        Reply image = reply("wid=20", "good");
        assertEquals(CacheUse.REUSED, image.cacheUse());
        String length = "\nimage.length=" + image.body().length();
        assertTrue(EngineSetup.text(loaded).contains(length), EngineSetup.text(loaded));
        assertTrue(EngineSetup.text(reply("wid=20&req=loadcache", "good")).contains(length));
    }

    @Test
    void theAnswerIsNotKept() {
        assertEquals(Freshness.NO_STORE, reply("wid=20&req=loadcache", "good").freshness());
    }

    @Test
    void failuresAreText() {
        Reply failed = reply("wid=20&req=loadcache", "gone");
        assertTrue(failed.status() >= 400);
        assertTrue(EngineSetup.text(failed).contains("missing"), EngineSetup.text(failed));
        assertTrue(reply("wid=x&req=loadcache", "good").status() >= 400);
    }
}
