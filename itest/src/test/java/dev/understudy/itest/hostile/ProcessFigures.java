package dev.understudy.itest.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux tells it.
 *
 * @param threads threads
 * @param files file descriptors
 */
record ProcessFigures(long threads, long files) {

    /** Whether this system tells it. */
    static boolean areKnown() {
        return Files.isDirectory(Path.of("/proc/self/fd"));
    }

    static ProcessFigures of(long pid) {
        Path process = Path.of("/proc").resolve(Long.toString(pid));
        return new ProcessFigures(entries(process.resolve("task")), entries(process.resolve("fd")));
    }

    private static long entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
