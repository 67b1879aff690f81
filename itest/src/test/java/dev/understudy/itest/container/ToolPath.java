package dev.understudy.itest.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Programs of this machine, without which some tests are skipped, with a warning. */
public final class ToolPath {

    private static final Logger LOG = LoggerFactory.getLogger(ToolPath.class);

    private ToolPath() {}

    /** The program of that name on the PATH. */
    public static Optional<Path> find(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(element -> Path.of(element, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** What is there; skips the test, and says which, where it is not. */
    public static <T> T orSkip(Optional<T> found, String test, String missing) {
        if (found.isEmpty()) {
            LOG.warn("{} IS SKIPPED: {}", test, missing);
        }
        assumeTrue(found.isPresent(), missing);
        return found.orElseThrow();
    }
}
