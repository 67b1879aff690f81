package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.itest.container.ProcessServer;
import dev.understudy.itest.container.Response;
import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row 41: entries of the cache that somebody has cut short or changed. What a hard end leaves is in {@code KillIT}. */
class DamagedCacheIT {

    private static final String IMAGE = "/is/image/gallery/bridge?fmt=png&wid=";
    private static final int SMALLEST = 100;

    /** What is done to the bytes of an entry. */
    private static final List<UnaryOperator<byte[]>> DAMAGES = List.of(
            bytes -> new byte[0],
            bytes -> Arrays.copyOf(bytes, 10),
            bytes -> Arrays.copyOf(bytes, bytes.length / 2),
            bytes -> Arrays.copyOf(bytes, bytes.length - 1),
            bytes -> Arrays.copyOf(bytes, bytes.length + 100),
            bytes -> flipped(bytes, 0),
            bytes -> flipped(bytes, 60),
            bytes -> flipped(bytes, bytes.length / 2),
            bytes -> flipped(bytes, bytes.length - 1),
            bytes -> new byte[bytes.length]);

    @Test
    @DisplayName("41: entries that are cut short or changed")
    void areMadeAnew() throws IOException {
        Setup setup = AccessRecords.readable(Setup.brief("damaged-cache"));
        Map<Integer, byte[]> right = new HashMap<>();
        try (ProcessServer server = ProcessServer.felix(setup)) {
            for (int i = 0; i < DAMAGES.size(); i++) {
                right.put(
                        SMALLEST + i,
                        server.client().get(IMAGE + (SMALLEST + i)).body());
            }
        }
        assertTrue(damageAll(setup.cache()) >= DAMAGES.size(), "there are too few entries");
        try (ProcessServer server = ProcessServer.felix(setup)) {
            AccessRecords records = new AccessRecords(setup);
            for (Map.Entry<Integer, byte[]> each : right.entrySet()) {
                String target = IMAGE + each.getKey();
                Response response = server.client().get(target);
                assertEquals(200, response.status(), response::toString);
                assertArrayEquals(each.getValue(), response.body(), target);
                AccessRecords.Entry entry = records.await("GET", target, 2).get(1);
                assertEquals("CREATED", entry.cacheUse(), entry::toString);
                assertEquals(0, entry.processingStatus(), entry::toString);
            }
        }
    }

    /** Damages every entry, in all ways in turn; returns how many there are. */
    private static int damageAll(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            List<Path> entries = files.filter(
                            file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
                    .sorted()
                    .toList();
            for (int i = 0; i < entries.size(); i++) {
                UnaryOperator<byte[]> damage = DAMAGES.get(i % DAMAGES.size());
                Files.write(entries.get(i), damage.apply(Files.readAllBytes(entries.get(i))));
            }
            return entries.size();
        }
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) 0xff;
        return changed;
    }
}
