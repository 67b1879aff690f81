package dev.understudy.itest.faults;

import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a server's access log says, once it has been told to say just this. */
final class AccessRecords {

    private static final String PATTERN = "%s %{ProcessingStatus}r %{CacheUse}r %{Exception}r %m %U%q";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;

    AccessRecords(Setup setup) {
        folder = setup.logs();
    }

    /** A setup with a log that can be read here. */
    static Setup readable(Setup setup) {
        return setup.setting("dev.understudy.http", "log.pattern", PATTERN);
    }

    /**
     * What the log says of a request.
     *
     * @param exception code and message of what failed, encoded; a dash when nothing did
     */
    record Entry(int status, int processingStatus, String cacheUse, String exception, String method, String target) {

        private static Entry parse(String line) {
            String[] words = line.split(" ");
            return new Entry(
                    Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2], words[3], words[4], words[5]);
        }
    }

    /** The entry of a request that no other request is like; it is written soon after the answer. */
    Entry await(String method, String target) {
        String encoded = target.replace("%", "%25");
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            Optional<Entry> found = all().stream()
                    .filter(entry -> entry.method().equals(method)
                            && entry.target().equals(encoded))
                    .findAny();
            if (found.isPresent()) {
                return found.get();
            }
            Clients.pause();
        }
        throw new AssertionError("the access log says nothing of " + method + " " + target);
    }

    /** All entries, oldest first. */
    List<Entry> all() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(
                            file -> file.getFileName().toString().startsWith("access-"))
                    .sorted()
                    .toList();
            return logs.stream()
                    .flatMap(AccessRecords::wholeLines)
                    .map(Entry::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> wholeLines(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
