package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The copies of native libraries in the folder for temporary files, each of which is deleted once it is loaded. */
public final class LibraryCopies {

    private static final int MOST_WAITS = 3000;
    private static final long WAIT_MILLIS = 10;

    private final String prefix;
    private final Set<String> before;

    private LibraryCopies(String prefix, Set<String> before) {
        this.prefix = prefix;
        this.before = before;
    }

    /**
     * Remembers the copies that are there.
     *
     * @param prefix begins the names of those that count
     */
    public static LibraryCopies now(String prefix) throws IOException {
        return new LibraryCopies(prefix, list(prefix));
    }

    /** Fails when there are others, and stay for half a minute: another process may have one for a moment. */
    public void assertNoOthers() throws IOException, InterruptedException {
        for (int i = 0; i < MOST_WAITS && !others().isEmpty(); i++) {
            Thread.sleep(WAIT_MILLIS);
        }
        assertEquals(Set.of(), others(), "no copy of a library may stay behind");
    }

    private Set<String> others() throws IOException {
        Set<String> others = list(prefix);
        others.removeAll(before);
        return others;
    }

    private static Set<String> list(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }
}
