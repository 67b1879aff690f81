package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Call;
import dev.understudy.serve.Forward;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import dev.understudy.source.SourceKey;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images of foreign servers in requests. */
class ForeignImagesTest {

    private static final String ROOT = "http://h.example/";

    @TempDir
    private Path folder;

    private final TestCatalogs catalogs = new TestCatalogs();
    private TestImages images;
    private Engine engine;

    @BeforeEach
    void begin() throws Exception {
        catalogs.defaults()
                .record("own", "own")
                .record("stand-in", "stand-in")
                .set(Attributes.ROOT_URL, ROOT)
                .set(Attributes.DEFAULT_IMAGE, "stand-in");
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100])).without(ROOT + "gone");
        images.with(ROOT + "broken", channel -> {
            throw new ServeException(new Failure.Corrupt(FailureKind.SOURCE_CORRUPT, "broken", "cut short", null));
        });
        engine = EngineSetup.engine(images);
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Reply reply(String query, String path) {
        return assertInstanceOf(Reply.class, engine.serve(call(query, path)));
    }

    private Call call(String query, String path) {
        return EngineSetup.call(path, query, catalogs, false);
    }

    @Test
    void theyAreFetchedByTheRequestAndNotByWhoDraws() {
        Reply reply = reply("src={a?x=1}&wid=20", "own");
        assertEquals(200, reply.status());
        assertNull(reply.standIn());
        assertEquals(
                List.of(ROOT + "a?x=1"),
                images.fetched.stream().map(SourceKey::path).toList());
        assertEquals(List.of(Thread.currentThread().getName()), images.fetchers);
        assertEquals(List.of(SourceKey.Kind.FOREIGN), kinds(reply));
    }

    @Test
    void layersMasksAndNestedRequestsHaveThem() {
        Reply reply = reply("layer=1&src=(a)&mask={b}&layer=2&src=is{own?src={c}}&wid=20", "own");
        assertEquals(200, reply.status());
        assertEquals(
                List.of(ROOT + "a", ROOT + "b", ROOT + "c"),
                images.fetched.stream().map(SourceKey::path).toList());
    }

    /** Values that are encoded twice arrive encoded once, as the reference has it, and those encoded once do too where they can. */
    @ParameterizedTest
    @CsvSource({
        "x%2520y, x%20y.jpg",
        "x%20y, x%20y.jpg",
        "x+y, x%20y.jpg",
        "a/b, a/b.jpg",
        "a%2fb, a/b.jpg",
        "a%252fb, a%2fb.jpg",
        "q?b=%2526, q?b=%26.jpg",
        "%7Bx%29, %7Bx%29.jpg",
        "50%25, 50%25.jpg",
        "%c3%a9, %C3%A9.jpg",
        "a%23b, a%23b.jpg"
    })
    void variablesInThemAreFilledIn(String value, String target) {
        assertEquals(200, reply("$v=" + value + "&src={$v$.jpg}&wid=20", "own").status());
        assertEquals(ROOT + target, images.fetched.get(0).path());
    }

    @Test
    void whileTheyAreFreshTheCacheHasTheReplyAndNobodyIsAsked() {
        assertEquals(
                CacheUse.CREATED, reply("src={a}&wid=20&cache=validate", "own").cacheUse());
        assertEquals(CacheUse.REUSED, reply("src={a}&wid=20", "own").cacheUse());
        assertEquals(1, images.fetched.size());
    }

    @Test
    void afterThatTheyAreFetchedAndDrawnAgainOnlyIfTheyAreOthers() {
        reply("src={a}&wid=20", "own");
        images.fresh = false;
        assertEquals(
                CacheUse.REUSED, reply("src={a}&wid=20&cache=validate", "own").cacheUse());
        assertEquals(2, images.fetched.size());
        assertEquals(1, images.decoded.get());
        images.fresh = false;
        images.foreignState = "two";
        assertEquals(200, reply("src={a}&wid=20&cache=validate", "own").status());
        assertEquals(2, images.decoded.get());
    }

    @Test
    void oneThatCannotBeHadIsForwardedToNobodyAndHasNoDefaultImage() {
        assertFailed(reply("src={gone}&wid=20", "own"));
        assertFailed(reply("layer=1&src={gone}&wid=20", "own"));
        assertFailed(reply("layer=1&src=own&mask={gone}&wid=20", "own"));
        catalogs.defaults().set(Attributes.DEFAULT_IMAGE_MODE, 1);
        assertFailed(reply("src={gone}&wid=21", "own"));
    }

    @Test
    void neitherHasOneThatIsBroken() {
        assertFailed(reply("src={broken}&wid=20", "own"));
        assertFailed(reply("src={broken}&wid=20", "own"));
    }

    @Test
    void oneThatIsKnownToBeBrokenIsNotDecodedAgain() {
        assertFailed(reply("src={broken}&wid=20", "own"));
        int decoded = images.decoded.get();
        assertFailed(reply("src={broken}&wid=21", "own"));
        assertEquals(decoded, images.decoded.get());
    }

    @Test
    void propertiesAreToldOfThemToo() {
        Reply reply = reply("src={a}&wid=20&req=props", "own");
        assertTrue(EngineSetup.text(reply).contains("image.width=20"), EngineSetup.text(reply));
        assertEquals(List.of(Thread.currentThread().getName()), images.fetchers);
    }

    @Test
    void theyStayAtHandWhileTheyAreDrawnAndNoLonger() {
        reply("src={a}&mask={b}&wid=20", "own");
        reply("src={a}&wid=20&req=props", "own");
        reply("src={broken}&wid=20", "own");
        reply("src={gone}&wid=20", "own");
        assertEquals(0, images.openedWithoutLease.get());
        assertEquals(0, images.leases.get());
    }

    @Test
    void theyAreFetchedForTheCatalogOfTheRequest() {
        reply("src={a}&wid=20", "own");
        assertEquals(List.of(catalogs.defaultCatalog().rootId()), images.tenants);
    }

    @Test
    void whoeverExplainsARequestWaitsForThemAsTheRequestDoes() {
        catalogs.defaults().set(Attributes.ALLOW_EXPLAIN, true);
        String told = EngineSetup.text(reply("src={a}&mask={gone}&wid=20&req=explain", "own"));
        assertTrue(told.contains("\"width\":40"), told);
        assertTrue(told.contains("answered 404"), told);
        assertEquals(0, images.openedWithoutLease.get());
        assertEquals(0, images.leases.get());
        assertEquals(
                List.of(Thread.currentThread().getName()),
                images.fetchers.stream().distinct().toList());
    }

    /** The reference has names and paths for profiles, and no URLs. */
    @ParameterizedTest
    @CsvSource({"{p.icc}", "(p.icc)", "{http://h.example/p.icc}", "http://h.example/p.icc"})
    void profilesAreNotFetched(String profile) {
        assertInstanceOf(Forward.class, engine.serve(call("wid=20&icc=" + profile, "own")));
        assertEquals(List.of(), images.fetched);
    }

    private static void assertFailed(Reply reply) {
        assertEquals(403, reply.status());
        assertEquals(new StandIn(StandIn.Kind.TEXT, FailureKind.FOREIGN_FAILED), reply.standIn());
    }

    private static List<SourceKey.Kind> kinds(Reply reply) {
        return reply.stamps().stream().map(stamp -> stamp.key().kind()).toList();
    }
}
