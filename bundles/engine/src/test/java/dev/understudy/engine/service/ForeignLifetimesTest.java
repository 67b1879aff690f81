package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Syntaxes;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.source.SourceLifetime;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies are kept no longer than their foreign images may be, and by nobody who may not keep these. */
class ForeignLifetimesTest {

    private static final String ROOT = "http://h.example/";
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECONDS = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private TestImages images;
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.defaults()
                .record("own", "own")
                .set(Attributes.ROOT_URL, ROOT)
                .set(Attributes.EXPIRATION, MINUTE)
                .set(Attributes.NON_IMG_EXPIRATION, MINUTE)
                .set(Attributes.DEFAULT_EXPIRATION, MINUTE)
                .set(Attributes.ERROR_EXPIRATION, MINUTE);
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without("gone");
        engine = EngineSetup.engine(images);
        images.lifetimes.put(ROOT + "short", new SourceLifetime(true, SECONDS, true));
        images.lifetimes.put(ROOT + "private", new SourceLifetime(true, Duration.ofHours(1), false));
        images.lifetimes.put(ROOT + "secret", new SourceLifetime(false, Duration.ZERO, false));
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply reply(String query) {
        return reply(query, "own", false);
    }

    private Reply reply(String query, String path, boolean revalidation) {
        return assertInstanceOf(Reply.class, engine.serve(EngineSetup.call(path, query, catalogs, revalidation)));
    }

    @Test
    void theShortestOfThemCounts() {
        assertEquals(Freshness.of(MINUTE), reply("src={a}&wid=20").freshness());
        assertEquals(Freshness.of(SECONDS), reply("src={a}&mask={short}&wid=20").freshness());
        assertEquals(
                Freshness.of(SECONDS).forClientAlone(),
                reply("src={private}&mask={short}&wid=20").freshness());
        assertEquals(
                Freshness.NO_STORE,
                reply("layer=1&src={secret}&layer=2&src={short}").freshness());
        assertEquals(
                Freshness.NO_STORE, reply("layer=1&src=is{own?src={secret}}").freshness());
    }

    @Test
    void propertiesOfThemAreNotKeptForLongerEither() {
        assertEquals(
                Freshness.of(SECONDS), reply("src={short}&wid=20&req=props").freshness());
        assertEquals(Freshness.NO_STORE, reply("src={secret}&wid=20&req=props").freshness());
    }

    @Test
    void aKeptReplyHasTheLifetimeThatIsLeftNow() {
        assertEquals(Freshness.of(MINUTE), reply("src={a}&wid=20").freshness());
        images.lifetime = new SourceLifetime(true, SECONDS, true);
        for (int i = 0; i < 3; i++) {
            Reply again = reply("src={a}&wid=20");
            assertEquals(CacheUse.REUSED, again.cacheUse());
            assertEquals(Freshness.of(SECONDS), again.freshness());
        }
    }

    @Test
    void whatIsNotForAllIsNotKeptHere() {
        for (String image : new String[] {"private", "secret"}) {
            int decoded = images.decoded.get();
            reply("src={" + image + "}&wid=20");
            assertEquals(CacheUse.UNDEFINED, reply("src={" + image + "}&wid=20").cacheUse(), image);
            assertEquals(decoded + 2, images.decoded.get(), image);
        }
    }

    @Test
    void whatWasKeptWhileItWasForAllIsNotUsedAfterwards() {
        reply("src={a}&wid=20");
        images.lifetimes.put(ROOT + "a", new SourceLifetime(true, MINUTE, false));
        Reply now = reply("src={a}&wid=20");
        assertEquals(CacheUse.UNDEFINED, now.cacheUse());
        assertEquals(Freshness.of(MINUTE).forClientAlone(), now.freshness());
    }

    /** A catalog may say so of its own images alone. */
    @Test
    void noImageOfAnotherServerNeverChanges() {
        catalogs.defaults().set(Attributes.EXPIRATION, Syntaxes.NEVER_EXPIRES);
        assertEquals(304, reply("wid=20", "own", true).status());
        assertEquals(200, reply("src={a}&wid=20", "own", true).status());
        assertEquals(200, reply("src={a}&wid=20", "own", true).status());
    }

    @Test
    void standInsOfThemAreNotKeptForLongerEither() {
        catalogs.defaults().record("stand-in", "own", "src={short}", "").set(Attributes.DEFAULT_IMAGE, "stand-in");
        Reply standIn = reply("wid=20", "gone", false);
        assertEquals(200, standIn.status());
        assertEquals(Freshness.of(SECONDS), standIn.freshness());
    }
}
