package dev.understudy.metrics.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prometheus's own checker, where it is installed. */
final class Promtool {

    private static final Logger LOG = LoggerFactory.getLogger(Promtool.class);
    private static final String NAME = "promtool";

    /**
     * What became of a run.
     *
     * @param exit the exit code
     * @param output all that was printed
     */
    record Outcome(int exit, String output) {}

    private Promtool() {}

    /** Runs the program with a file as its input; skips the test, and says so, where there is none. */
    static Outcome run(Path input, String... arguments) throws IOException, InterruptedException {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, NAME)));
        if (!installed) {
            LOG.warn("PROMTOOL IS NOT INSTALLED, so nothing is checked by it: see the package prometheus");
        }
        assumeTrue(installed, "promtool is not installed");
        List<String> command = new ArrayList<>(List.of(NAME));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
