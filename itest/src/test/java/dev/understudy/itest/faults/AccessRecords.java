package dev.understudy.itest.faults;

import dev.understudy.itest.container.Setup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a server's access log says, once it has been told to say just this. */
final class AccessRecords {

    private static final String PATTERN = "%s %{ProcessingStatus}r %{CacheUse}r %{Exception}r %m %U%q";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path folder;
    private final Map<Path, Integer> read = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

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

        private boolean isOf(String aMethod, String aTarget) {
            return method.equals(aMethod) && target.equals(aTarget.replace("%", "%25"));
        }
    }

    /** The entries of requests that are all alike, once there are so many; they are written soon after the answers. */
    List<Entry> await(String method, String target, int count) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            List<Entry> found =
                    all().stream().filter(entry -> entry.isOf(method, target)).toList();
            if (found.size() >= count) {
                return found;
            }
            Clients.pause();
        }
        throw new AssertionError("the access log does not tell " + count + " times of " + method + " " + target);
    }

    /** The entry of a request that no other request is like. */
    Entry await(String method, String target) {
        return await(method, target, 1).get(0);
    }

    /** All entries, oldest first. */
    synchronized List<Entry> all() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.getFileName().toString().startsWith("access-"))
                    .sorted()
                    .forEach(this::readOn);
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readOn(Path file) {
        try {
            String text = Files.readString(file);
            int from = read.getOrDefault(file, 0);
            int to = text.lastIndexOf('\n') + 1;
            text.substring(from, to).lines().map(Entry::parse).forEach(entries::add);
            read.put(file, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
