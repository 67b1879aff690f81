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

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Counts the requests so far whose answers have been received.
     *
     * @param mark a word that only those requests have
     * @param wanted how many there should be, which is waited for: a client may have an answer before it is logged
     */
    int of(String mark, int wanted) {
        await(mark, wanted);
        // one more, so that a request too many is there as well
        String last = "last-" + UUID.randomUUID();
        server.client().get("/is/image/" + last);
        if (!await(last, 1)) {
            throw new AssertionError("not logged: " + last);
        }
        return lines(mark);
    }

    private boolean await(String mark, int wanted) {
        long start = System.nanoTime();
        while (lines(mark) < wanted) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return false;
            }
            Clients.pause();
        }
        return true;
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
