package dev.understudy.levels.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.understudy.image.Pixels;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void afterEachKillOnlyWholeLevelsAreThere() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < KILLS; i++) {
            killWhileWriting(5 + random.nextInt(30));
            FileLevels levels = LevelFixture.open(folder);
            int there = 0;
            for (int number = 0; number < LevelWriter.LEVELS; number++) {
                if (levels.has(LevelFixture.key(number))) {
                    Pixels pixels = levels.find(LevelFixture.key(number), LevelFixture.whole());
                    assertNotNull(pixels);
                    assertTrue(
                            LevelFixture.same(LevelFixture.level(number, false).pixels(), pixels));
                    there++;
                }
            }
            assertTrue(there > 0);
            assertEquals(0, levels.figures().damaged());
        }
    }

    private void killWhileWriting(int writes) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", // it lives for a moment
                        "-cp",
                        System.getProperty("java.class.path"),
                        LevelWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream progress = process.getInputStream()) {
            assertEquals(writes, progress.readNBytes(writes).length);
        } finally {
            process.destroyForcibly();
        }
        assertNotEquals(0, process.waitFor());
    }
}
