package dev.understudy.cache.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final int KILLS = 50;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void afterEachKillOnlyWholeEntriesAreServed() throws Exception {
        Random random = new Random(42);
        for (int i = 0; i < KILLS; i++) {
            killWhileWriting(20 + random.nextInt(60), i);
            assertTrue(servedEntries() > 10);
        }
    }

    private void killWhileWriting(int writes, int seed) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // it lives for a moment
                        "-cp",
                        System.getProperty("java.class.path"),
                        EntryWriter.class.getName(),
                        folder.toString(),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream progress = process.getInputStream()) {
            assertEquals(writes, progress.readNBytes(writes).length);
        } finally {
            process.destroyForcibly();
        }
        assertNotEquals(0, process.waitFor());
    }

    private int servedEntries() throws Exception {
        int served = 0;
        try (DiskReplyCache cache = new CacheFixture(folder).open()) {
            long before = FaultyDisk.files(folder);
            for (int i = 0; i < 2 * EntryWriter.ENTRIES; i++) {
                Reply reply = cache.fetch(
                        Replies.key(i), cached -> true, () -> Replies.reply("").withDigest(null));
                if (reply.cacheUse() == CacheUse.REUSED || reply.cacheUse() == CacheUse.VALIDATED) {
                    assertTrue(EntryWriter.isWhole(Replies.bytes(reply)));
                    served++;
                }
            }
            assertEquals(before, served);
        }
        return served;
    }
}
