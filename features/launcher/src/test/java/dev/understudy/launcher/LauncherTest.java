package dev.understudy.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A framework without bundles, in a process of its own. */
class LauncherTest {

    @TempDir
    private Path folder;

    /** The moment of asking is one at which it is just starting, each time another. */
    @RepeatedTest(5)
    @Timeout(60)
    void aProcessThatIsAskedToEndHasNotFailed() throws Exception {
        Process process = launch("org.osgi.framework.storage = " + folder.resolve("storage"));
        while (!Files.exists(folder.resolve("storage/bundle0"))) {
            assertTrue(process.isAlive());
            Thread.sleep(1);
        }
        process.destroy();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
    }

    @Test
    @Timeout(60)
    void aFrameworkThatDoesNotStartIsAFailure() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        Process process = launch("org.osgi.framework.storage = " + inTheWay.resolve("storage"));
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(1, process.exitValue());
    }

    private Process launch(String properties) throws IOException {
        Path configuration = Files.writeString(folder.resolve("config.properties"), properties);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dfelix.config.properties=" + configuration.toUri(),
                        Launcher.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }
}
