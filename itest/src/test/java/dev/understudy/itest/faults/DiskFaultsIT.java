package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 40: the cache's disk is full, or read-only. */
class DiskFaultsIT {

    /** Until replies are kept again. */
    private static final Duration BACK = Duration.ofSeconds(30);

    private static final String IMAGE = "/is/image/gallery/hills?fmt=png&wid=";

    @Test
    @DisplayName("40: the disk is full")
    void full() throws Exception {
        Setup setup = setup("full-disk");
        try (SmallDisk disk = SmallDisk.mount(setup.cache(), "size=2m");
                ProcessServer server = ProcessServer.felix(setup)) {
            Path ballast = disk.folder().resolve("ballast");
            disk.fill(ballast);
            long files = disk.files();
            unkept(server);
            assertEquals(files, disk.files(), "files are left on the disk");
            Files.delete(ballast);
            keptAgain(server);
        }
    }

    /** A disk is mounted over that of the cache; what was there has files that are being written, and cannot be changed. */
    @Test
    @DisplayName("40: the disk is read-only")
    void readOnly() throws Exception {
        Setup setup = setup("read-only-disk");
        try (ProcessServer server = ProcessServer.felix(setup)) {
            try (SmallDisk disk = SmallDisk.mount(setup.cache(), "ro")) {
                unkept(server);
                assertEquals(0, disk.files());
            }
            keptAgain(server);
        }
    }

    private static Setup setup(String name) {
        return AccessRecords.readable(Setup.brief(name));
    }

    private static void unkept(ProcessServer server) {
        AccessRecords records = new AccessRecords(server.setup());
        for (int wid = 301; wid < 306; wid++) {
            Response response = server.client().get(IMAGE + wid);
            assertEquals(200, response.status(), response::toString);
            assertEquals(wid, response.image().getWidth());
            AccessRecords.Entry entry = records.await("GET", IMAGE + wid);
            assertEquals("IGNORED", entry.cacheUse(), entry::toString);
            assertEquals(0, entry.processingStatus(), entry::toString);
        }
        assertEquals(
                1,
                warnings(server.setup()).size(),
                () -> warnings(server.setup()).toString());
    }

    private static void keptAgain(ProcessServer server) throws InterruptedException {
        AccessRecords records = new AccessRecords(server.setup());
        long start = System.nanoTime();
        String cacheUse = "";
        for (int wid = 400; !cacheUse.equals("CREATED"); wid++) {
            assertTrue(System.nanoTime() - start < BACK.toNanos(), () -> "nothing is kept after " + BACK);
            assertEquals(200, server.client().get(IMAGE + wid).status());
            cacheUse = records.await("GET", IMAGE + wid).cacheUse();
            Thread.sleep(200);
        }
        assertEquals(
                1,
                warnings(server.setup()).size(),
                () -> warnings(server.setup()).toString());
    }

    private static List<String> warnings(Setup setup) {
        try (Stream<String> lines = Files.lines(setup.logs().resolve("understudy.log"))) {
            return lines.filter(line -> line.matches(".* (WARN|ERROR) .*")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
