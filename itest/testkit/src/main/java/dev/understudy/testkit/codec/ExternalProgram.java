package dev.understudy.testkit.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the system that judges what we write. A test that needs one is skipped where it is not installed. */
public final class ExternalProgram {

    private static final long SECONDS = 60;

    private ExternalProgram() {}

    /** Runs a program, which must succeed, and returns what it prints. */
    public static String run(String program, String... arguments) throws IOException, InterruptedException {
        assumeTrue(isInstalled(program), "SKIPPED: " + program + " is not installed, so nobody else looks at the file");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("understudy-" + program, ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            assertTrue(process.waitFor(SECONDS, TimeUnit.SECONDS), program + " does not end");
            String text = Files.readString(output, StandardCharsets.ISO_8859_1);
            assertTrue(process.exitValue() == 0, command + ": " + text);
            return text;
        } finally {
            Files.delete(output);
        }
    }

    /**
     * Skips the test unless the program is the one that is meant, since others have its name, too.
     *
     * @param argument has the program say what it is, with success: one that complains may name what it is not
     * @param word stands in what it says
     */
    public static void assumeIs(String program, String argument, String word) throws IOException, InterruptedException {
        boolean is = false;
        if (isInstalled(program)) {
            Process process = new ProcessBuilder(program, argument)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            is = process.waitFor() == 0 && said.contains(word);
        }
        assumeTrue(is, "SKIPPED: " + program + " of " + word + " is not installed, so nobody else looks at the file");
    }

    private static boolean isInstalled(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
