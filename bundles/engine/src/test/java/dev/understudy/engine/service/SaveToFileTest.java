package dev.understudy.engine.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.quarantine.FailedSources;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Answer;
import dev.understudy.serve.Call;
import dev.understudy.serve.ClientHints;
import dev.understudy.serve.Forwardable;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.testkit.catalog.TestCatalog;
import dev.understudy.testkit.catalog.TestCatalogs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code req=saveToFile}: who may, what is saved, and what is not. */
class SaveToFileTest {

    private static final InetAddress INSIDE = address("10.1.2.3");
    private static final InetAddress OUTSIDE = address("192.0.2.1");
    private static final String SAVE = "req=saveToFile&name=a.jpg";

    @TempDir
    private Path folder;

    private Path saved;
    private final TestCatalogs catalogs = new TestCatalogs();
    private final TestCatalog shop = catalogs.tenant("shop");
    private TestImages images;
    private Engine engine;

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void begin() throws Exception {
        saved = Files.createDirectories(folder.resolve("saved/shop"));
        shop.set(Attributes.SAVE_PATH, "shop")
                .record("good", "good")
                .record("gone", "gone")
                .record("slow", "slow")
                .record("bad", "bad")
                .record("to-come", "good");
        images = new TestImages(Files.write(folder.resolve("image"), new byte[100]))
                .without("gone")
                .without("nothing")
                .with("slow", channel -> Thread.sleep(120_000))
                .with("bad", channel -> {
                    throw new IllegalStateException("damaged");
                });
        engine = engine(Map.of());
    }

    @AfterEach
    void end() {
        engine.close();
    }

    private Engine engine(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(
                Map.of("SaveDirectory", folder.resolve("saved").toString(), "saveToFile.clients", "10.0.0.0/8"));
        settings.putAll(more);
        return EngineSetup.engine(
                2, 10, images, new KeptReplies(), new FailedSources(10, InstantSource.system()), settings);
    }

    private Answer answer(String path, String query, InetAddress client, boolean effects) {
        return engine.serve(new Call(
                path,
                query,
                client,
                Instant.now().plusSeconds(60),
                Forwardable.YES,
                catalogs,
                new AccessRecord(),
                false,
                ClientHints.NONE,
                false,
                effects,
                null));
    }

    private Reply reply(String path, String query) {
        return assertInstanceOf(Reply.class, answer(path, query, INSIDE, true));
    }

    /** What is said, which is never kept, and is no other image. */
    private String failure(String path, String query) throws Exception {
        Reply reply = reply(path, query);
        assertEquals(403, reply.status());
        assertEquals(Freshness.NO_STORE, reply.freshness());
        assertEquals(0, files());
        return EngineSetup.text(reply);
    }

    private long files() throws Exception {
        try (Stream<Path> files = Files.list(saved)) {
            return files.count();
        }
    }

    @Test
    void theFileIsTheImageThatClientsGet() throws Exception {
        Reply reply = reply("shop/good", "wid=20&" + SAVE);
        String text = EngineSetup.text(reply);
        assertEquals(200, reply.status(), text);
        assertEquals("text/plain;charset=utf-8", reply.contentType());
        assertEquals(Freshness.NO_STORE, reply.freshness());
        assertNull(reply.digest());
        assertEquals(CacheUse.UNDEFINED, reply.cacheUse());
        Path file = saved.resolve("a.jpg");
        long changed = Files.getLastModifiedTime(file).toMillis();
        assertTrue(text.startsWith("#S7Z OK"), text);
        assertTrue(
                text.replace("\r", "").endsWith("\nlastUpdated=" + changed + "\npixelsTotal=300\nstatus=done\n"), text);
        assertArrayEquals(new byte[] {20, 15}, Files.readAllBytes(file));
        assertEquals(1, files());
    }

    @Test
    void nothingOfItIsInTheCache() {
        reply("shop/good", "wid=20&" + SAVE);
        assertEquals(CacheUse.CREATED, reply("shop/good", "wid=20").cacheUse());
        int decoded = images.decoded.get();
        reply("shop/good", "wid=20&" + SAVE);
        assertEquals(decoded + 1, images.decoded.get());
    }

    @Test
    void whoHasNoBusinessHereIsRefused() throws Exception {
        for (Answer answer :
                new Answer[] {answer("shop/good", SAVE, OUTSIDE, true), answer("shop/good", SAVE, INSIDE, false)}) {
            Reply refused = assertInstanceOf(Reply.class, answer);
            assertEquals("request.refused", EngineSetup.text(refused));
            assertEquals(403, refused.status());
        }
        assertEquals(0, files());
        assertEquals(0, images.decoded.get());
    }

    @Test
    void withoutSettingsNothingIsSaved() throws Exception {
        engine.close();
        engine = engine(Map.of("SaveDirectory", ""));
        assertEquals("request.refused", failure("shop/good", SAVE));
        engine.close();
        engine = engine(Map.of("saveToFile.clients", ""));
        assertEquals("request.refused", failure("shop/good", SAVE));
        engine.close();
        engine = engine(Map.of());
        shop.set(Attributes.SAVE_PATH, "");
        assertEquals("request.refused", failure("shop/good", SAVE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name=",
                "name=%2e%2e%2fa.jpg",
                "name=../a.jpg",
                "name=/a.jpg",
                "name=C:a.jpg",
                "name=con.jpg",
                "name=a.jpg.",
                "name=%252e%252e%252fa.jpg",
                "name=a%5cb.jpg",
                "name=cafe%CC%81.jpg",
                "name=a.png",
                "name=a",
                "name=jpg",
                "name=a.jpg.jsp",
                "name=a.jpg&timeout=x",
                "name=a.jpg&timeout=0",
                "name=a.jpg&timeout=-1"
            })
    void badNamesAndTimes(String commands) throws Exception {
        assertEquals("parameter.invalid", failure("shop/good", "req=saveToFile&" + commands));
    }

    @Test
    void whatStandsInForAnImageIsNeverSavedNorIsAnotherServerAsked() throws Exception {
        shop.set(Attributes.DEFAULT_IMAGE, "to-come").set(Attributes.ERROR_IMAGE, "to-come");
        assertEquals("source.missing", failure("shop/gone", SAVE));
        assertEquals("object.unknown", failure("shop/nothing", SAVE));
        assertEquals("source.missing", failure("shop/good", "layer=1&src=gone&" + SAVE));
        shop.set(Attributes.DEFAULT_IMAGE_MODE, 1);
        assertEquals("source.missing", failure("shop/gone", SAVE));
        assertEquals("source.missing", failure("shop/good", "layer=1&src=gone&" + SAVE));
        assertEquals("parameter.invalid", failure("shop/good", "wid=x&" + SAVE));
    }

    @Test
    void aFileThatIsThereStaysWhenItsSuccessorFails() throws Exception {
        reply("shop/good", SAVE);
        byte[] before = Files.readAllBytes(saved.resolve("a.jpg"));
        assertEquals(403, reply("shop/gone", SAVE).status());
        assertArrayEquals(before, Files.readAllBytes(saved.resolve("a.jpg")));
        assertEquals(200, reply("shop/good", "wid=10&" + SAVE).status());
        assertEquals(10, Files.readAllBytes(saved.resolve("a.jpg"))[0]);
    }

    @Test
    void noFolderIsMade() throws Exception {
        assertEquals("save.failed", failure("shop/good", "req=saveToFile&name=hats/a.jpg"));
        Files.createDirectory(saved.resolve("hats"));
        assertEquals(200, reply("shop/good", "req=saveToFile&name=hats/a.jpg").status());
        assertTrue(Files.exists(saved.resolve("hats/a.jpg")));
    }

    @Test
    @Timeout(60)
    void whatTakesTooLongIsNotSaved() throws Exception {
        assertEquals("save.failed", failure("shop/slow", SAVE + "&timeout=300"));
        engine.close();
        engine = engine(Map.of("saveToFile.saveTimeout", 300));
        assertEquals("save.failed", failure("shop/slow", SAVE));
    }

    @Test
    void theLimitIsThatOfSavedImages() throws Exception {
        engine.close();
        engine = engine(Map.of("MaxSavePixels", 2, "memory", 100));
        assertEquals(403, reply("shop/good", "wid=1200&hei=1000").status());
        Reply large = reply("shop/good", "wid=1200&hei=1000&" + SAVE);
        assertTrue(EngineSetup.text(large).contains("pixelsTotal=1200000"), EngineSetup.text(large));
        Files.delete(saved.resolve("a.jpg"));
        assertEquals("size.limit", failure("shop/good", "wid=2000&hei=1001&" + SAVE));
    }

    @ParameterizedTest
    @CsvSource({"name=a.jpg", "timeout=x"})
    void othersIgnoreItsCommands(String command) {
        assertEquals(200, reply("shop/good", "wid=20&" + command).status());
    }
}
