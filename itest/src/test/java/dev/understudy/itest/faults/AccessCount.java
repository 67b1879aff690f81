package dev.understudy.itest.faults;

import dev.understudy.itest.container.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** How often a server has been asked for something, by its access log, whatever that looks like. */
record AccessCount(Server server) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * Counts the requests so far whose answers have been received.
     *
     * @param mark a word that only those requests have
     */
    int of(String mark) {
        // The log is written a little later, but in order.
        String last = "last-" + UUID.randomUUID();
        server.client().get("/is/image/" + last);
        long start = System.nanoTime();
        while (lines(last) == 0) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("not logged: " + last);
            }
            Clients.pause();
        }
        return lines(mark);
    }

    private int lines(String mark) {
        try (Stream<Path> files = Files.list(server.setup().logs())) {
            return files.filter(file -> file.getFileName().toString().startsWith("access-"))
                    .mapToInt(file -> lines(file, mark))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lines(Path file, String mark) {
        try (Stream<String> lines = Files.lines(file)) {
            return (int) lines.filter(line -> line.contains(mark)).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
