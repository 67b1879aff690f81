package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 17: an image cannot be saved. */
class SavingIT {

    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final String ENGINE = "dev.understudy.engine";
    private static final String IMAGE = "/is/image/gallery/hills?fmt=png&wid=800";
    private static final String SAVE = IMAGE + "&req=saveToFile&name=";

    private static Setup setup(String name) throws IOException {
        Setup fresh = Setup.brief(name);
        Files.writeString(
                fresh.catalogs().resolve("gallery.ini"),
                "\nSavePath=gallery\nErrorDetail=2\n",
                StandardOpenOption.APPEND);
        Files.createDirectories(folder(fresh));
        return fresh.setting(
                        ENGINE, "SaveDirectory", fresh.folder().resolve("saved").toString())
                .setting(ENGINE, "saveToFile.clients", "127.0.0.1");
    }

    private static Path folder(Setup setup) {
        return setup.folder().resolve("saved/gallery");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertSaved(Client client, Path file) throws IOException {
        Response response = client.get(SAVE + file.getFileName());
        assertEquals(200, response.status(), response::toString);
        assertTrue(response.text().contains("status=done"), response::toString);
        assertArrayEquals(client.get(IMAGE).body(), Files.readAllBytes(file));
    }

    private static void assertNotSaved(Client client, String name, String why) {
        Response response = client.get(SAVE + name);
        assertEquals(403, response.status(), response::toString);
        assertEquals("text; code=save.failed", response.header("Understudy-StandIn"));
        assertTrue(response.text().contains(why), response::toString);
    }

    @Test
    @DisplayName("17: the disk is full, or read-only")
    void disks() throws Exception {
        Setup setup = setup("saving-on-full-disk");
        Path folder = folder(setup);
        try (ProcessServer server = ProcessServer.felix(setup)) {
            Client client = server.client();
            try (SmallDisk disk = SmallDisk.mount(folder, "size=2m")) {
                assertSaved(client, folder.resolve("before.png"));
                byte[] before = Files.readAllBytes(folder.resolve("before.png"));
                Path ballast = folder.resolve("ballast");
                disk.fill(ballast);
                assertNotSaved(client, "after.png", "No space left");
                assertNotSaved(client, "before.png", "No space left");
                assertEquals(List.of("ballast", "before.png"), files(folder));
                assertArrayEquals(before, Files.readAllBytes(folder.resolve("before.png")));
                Files.delete(ballast);
                assertSaved(client, folder.resolve("after.png"));
            }
            try (SmallDisk disk = SmallDisk.mount(folder, "ro")) {
                assertNotSaved(client, "after.png", "Read-only");
                assertEquals(0, disk.files());
            }
        }
    }

    @Test
    @DisplayName("17: the server is killed while it saves")
    void kills() throws Exception {
        Setup setup = setup("saving-killed");
        Path folder = folder(setup);
        AtomicInteger next = new AtomicInteger();
        for (int kill = 0; kill < KILLS; kill++) {
            ProcessServer server = ProcessServer.felix(setup);
            int enough = next.get() + 20;
            Thread client = new Thread(() -> saveUntilGone(server.client(), next));
            client.start();
            while (next.get() < enough) {
                Thread.sleep(5);
            }
            server.kill();
            client.join();
            for (String name : files(folder)) {
                boolean whole = name.endsWith(".png")
                        && ImageIO.read(folder.resolve(name).toFile()).getWidth() == 800;
                assertTrue(whole || name.matches("\\.understudy-.*\\.part"), name);
            }
        }
        assertTrue(files(folder).size() > KILLS);
    }

    private static void saveUntilGone(Client client, AtomicInteger next) {
        try {
            while (true) {
                client.get(SAVE + "image" + next.getAndIncrement() % 10 + ".png");
            }
        } catch (UncheckedIOException e) {
            // The server has been killed.
        }
    }
}
