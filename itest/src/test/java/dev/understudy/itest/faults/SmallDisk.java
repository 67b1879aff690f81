package dev.understudy.itest.faults;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A file system of its own, in memory and small. Only root can have one; without it the test is skipped, and what a full disk
 * does is shown with simulated errors alone, in the tests of the cache.
 *
 * @param folder where it is mounted
 */
record SmallDisk(Path folder) implements AutoCloseable {

    private static final int BLOCK = 4096;

    /**
     * Mounts one over a folder.
     *
     * @param options such as {@code size=2m} or {@code ro}
     */
    static SmallDisk mount(Path folder, String options) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int exit = run("mount", "-t", "tmpfs", "-o", options, "understudy-test", folder.toString());
        assumeTrue(exit == 0, "a file system cannot be mounted here; this takes root");
        return new SmallDisk(folder);
    }

    /** Writes until there is no space left. */
    void fill(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            if (Files.getFileStore(file).getUsableSpace() > 0) {
                throw full;
            }
        }
    }

    /** How many files are on it. */
    long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Lazily: whoever still looks at it must not make the next run's folder unusable.
        run("umount", "-l", folder.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                said.readAllBytes();
            }
            return process.waitFor();
        } catch (IOException e) {
            return -1; // there is no such command
        }
    }
}
