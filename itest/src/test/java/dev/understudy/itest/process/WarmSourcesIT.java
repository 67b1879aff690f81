package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import dev.understudy.itest.helper.BundleControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Sources that have been used are kept smaller, and nobody can tell by an image. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WarmSourcesIT {

    /** The samples are small enough to be kept at their full size, too. */
    private static final int LEVELS = 4;

    private static final List<String> SOURCES = List.of("bridge", "dandelion-head", "mountains", "dogs");
    /** How many of them are not progressive in the end, when another one has taken the name of the bridge. */
    private static final int SEQUENTIAL = 2;

    private static final List<String> VIEWS = List.of(
            "wid=300",
            "wid=120&fmt=png",
            "wid=77&fmt=webp",
            "rgn=100,60,900,500&wid=200",
            "wid=400&rect=30,20,100,90",
            "scl=1&rect=310,207,300,150",
            "wid=1200&fmt=png");

    private static ProcessServer server;
    private static Path levels;

    @BeforeAll
    static void start() {
        Setup setup = Setup.fresh("warm");
        levels = setup.folder().resolve("levels");
        server = ProcessServer.felix(setup.setting("dev.understudy.levels", "levels.folder", levels.toString())
                .withHelper());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Client client() {
        return new Client(server.setup().port());
    }

    private static byte[] image(String source, String view) {
        Response response = client().get("/is/image/gallery/" + source + "?" + view + "&cache=off");
        assertEquals(200, response.status(), response::toString);
        return response.body();
    }

    private static List<byte[]> images() {
        return SOURCES.stream()
                .flatMap(source -> VIEWS.stream().map(view -> image(source, view)))
                .toList();
    }

    private static void assertSame(List<byte[]> expected, List<byte[]> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(
                    expected.get(i), actual.get(i), SOURCES.get(i / VIEWS.size()) + " " + VIEWS.get(i % VIEWS.size()));
        }
    }

    private static List<Path> files() throws IOException {
        if (!Files.exists(levels)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(levels)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void awaitLevels(int count) throws Exception {
        long start = System.nanoTime();
        while (files().size() < count) {
            assertTrue(System.nanoTime() - start < 60e9, files().size() + " levels of " + count);
            Thread.sleep(20);
        }
        client().await(
                        "/health",
                        Duration.ofSeconds(60),
                        health -> health.text().contains("\"waiting\":0"));
    }

    private static void tell(String action) {
        Response response = client().get(BundleControl.MOUNT + "/dev.understudy.levels/" + action);
        assertEquals(200, response.status(), response::toString);
    }

    /** Images of sources that are decoded. */
    private static List<byte[]> coldImages() {
        tell("stop");
        try {
            return images();
        } finally {
            tell("start");
        }
    }

    @Test
    @Order(1)
    void warmImagesAreTheColdOnes() throws Exception {
        List<byte[]> cold = coldImages();
        assertSame(cold, images());
        awaitLevels(LEVELS * SOURCES.size());
        assertSame(cold, images());
    }

    @Test
    @Order(2)
    void damagedLevelsAreThrownAwayAndMadeAgain() throws Exception {
        List<byte[]> before = images();
        Map<Path, byte[]> damaged = new HashMap<>();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Arrays.fill(bytes, bytes.length / 10, bytes.length / 2, (byte) 77);
            Files.write(file, bytes);
            damaged.put(file, bytes);
        }
        assertSame(before, images());
        int left = 0;
        for (Map.Entry<Path, byte[]> file : damaged.entrySet()) {
            if (Files.exists(file.getKey()) && Arrays.equals(file.getValue(), Files.readAllBytes(file.getKey()))) {
                left++;
            }
        }
        assertTrue(left <= damaged.size() - 2 * SOURCES.size(), left + " damaged levels are left");
        awaitLevels(LEVELS * SOURCES.size());
        assertSame(before, images());
    }

    @Test
    @Order(3)
    void anotherSourceUnderTheNameIsAnotherImage() throws Exception {
        byte[] before = image("bridge", "wid=300");
        int count = files().size();
        Path folder = server.setup().images().resolve("gallery");
        Path copy = Files.copy(folder.resolve("mountains.jpg"), folder.resolve("new.jpg"));
        Files.move(copy, folder.resolve("bridge.jpg"), StandardCopyOption.REPLACE_EXISTING);
        byte[] after = image("bridge", "wid=300");
        assertFalse(Arrays.equals(before, after));
        awaitLevels(count + LEVELS);
        assertArrayEquals(after, image("bridge", "wid=300"));
        assertSame(coldImages(), images());
    }

    @Test
    @Order(4)
    void theBundleComesAndGoesUnderLoad() throws Exception {
        List<byte[]> before = images();
        List<CompletableFuture<List<byte[]>>> load = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            load.add(CompletableFuture.supplyAsync(WarmSourcesIT::images));
        }
        while (!load.stream().allMatch(CompletableFuture::isDone)) {
            tell("stop");
            Thread.sleep(50);
            tell("update");
            tell("start");
            Thread.sleep(50);
        }
        for (CompletableFuture<List<byte[]>> images : load) {
            assertSame(before, images.get());
        }
    }

    @Test
    @Order(6)
    void partsOfLargeSourcesAreFoundByAnIndex() throws Exception {
        List<byte[]> before = images();
        server.close();
        deleteLevels();
        server = ProcessServer.felix(server.setup()
                .setting("dev.understudy.levels", "levels.fullSizePixels", "0")
                .setting("dev.understudy.levels", "levels.zoomPixels", "0"));
        assertSame(before, images());
        awaitLevels(LEVELS * SOURCES.size()); // those for PNG among them; indexes instead of the full size
        assertSame(before, images());
        int damaged = 0;
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            if (new String(bytes, 0, 8, StandardCharsets.ISO_8859_1).equals("USINDEX1")) {
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
                damaged++;
            }
        }
        assertEquals(SEQUENTIAL, damaged);
        assertSame(before, images());
        awaitLevels(LEVELS * SOURCES.size());
        assertSame(before, images());
    }

    @Test
    @Order(7)
    void largeSourcesAreKeptAtTheFullSizeThatAPartHasNeeded() throws Exception {
        List<byte[]> before = images();
        int count = files().size();
        server.close();
        server = ProcessServer.felix(server.setup().setting("dev.understudy.levels", "levels.zoomPixels", "8000000"));
        assertSame(before, images());
        awaitLevels(count + SOURCES.size());
        assertSame(before, images());
    }

    private static void deleteLevels() throws IOException {
        try (Stream<Path> files = Files.list(levels)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    @Order(5)
    void killedServersLeaveNoWrongLevels() throws Exception {
        List<byte[]> before = images();
        deleteLevels();
        images();
        Setup setup = server.setup();
        server.kill();
        server.close();
        server = ProcessServer.felix(setup);
        assertSame(before, images());
        awaitLevels(LEVELS * SOURCES.size());
        assertSame(before, images());
    }
}
