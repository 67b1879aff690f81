package dev.understudy.itest.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.understudy.itest.container.Client;
import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What a server does with large JPEGs, with the plug-in that has libturbojpeg decode them and without: the same. */
final class TurboChecks {

    private static final String LIBRARY = "libturbojpeg.so";
    private static final long SOON = 60_000;

    /** Decoded at their full size: in 4:2:0 and as they are. */
    private static final List<String> REQUESTS = List.of(
            "/is/image/shop/bowl.jpg?wid=1500&fmt=png&cache=off",
            "/is/image/shop/brushes.jpg?scl=1&cache=off",
            "/is/image/gallery/mountains.jpg?scl=1&cache=off");

    private TurboChecks() {}

    /** Skips the test where the system has no such library. */
    static void assumeInstalled() throws IOException {
        boolean found = false;
        for (String folder :
                List.of("/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> files = Files.list(Path.of(folder))) {
                    found |=
                            files.anyMatch(file -> file.getFileName().toString().startsWith(LIBRARY));
                }
            }
        }
        assumeTrue(
                found, "No libturbojpeg here (Debian: apt-get install libturbojpeg0): that it is used is not tested");
    }

    /** Waits for the sample images, which an archive may still be unpacking when the first of them is there. */
    static void awaitImages(Client client) {
        REQUESTS.forEach(
                request -> client.await(request, Duration.ofMillis(SOON), response -> response.status() == 200));
    }

    static List<byte[]> images(Client client) {
        return REQUESTS.stream().map(request -> image(client.get(request))).toList();
    }

    private static byte[] image(Response response) {
        assertEquals(200, response.status(), response::text);
        assertEquals("", response.header("Understudy-StandIn"));
        return response.body();
    }

    /** Asks twice: the library decodes only what has been decoded before. */
    static void assertSame(List<byte[]> expected, Client client) {
        for (int time = 0; time < 2; time++) {
            List<byte[]> actual = images(client);
            for (int i = 0; i < expected.size(); i++) {
                assertArrayEquals(expected.get(i), actual.get(i), REQUESTS.get(i));
            }
        }
    }

    static boolean isLoaded(ProcessServer server) throws IOException {
        try (Stream<String> mapped = Files.lines(Path.of("/proc/" + server.pid() + "/maps"))) {
            return mapped.anyMatch(line -> line.contains(LIBRARY));
        }
    }

    static void awaitLoaded(ProcessServer server) throws Exception {
        long end = System.currentTimeMillis() + SOON;
        while (!isLoaded(server)) {
            assertTrue(System.currentTimeMillis() < end, "the server has not loaded " + LIBRARY);
            Thread.sleep(100);
        }
    }
}
