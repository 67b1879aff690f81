package dev.understudy.itest.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The public validator of the IIIF Image API: from PyPI, or from the folder that {@code IIIF_VALIDATOR} names, a copy of its sources beside a
 * Python that has what it needs.
 *
 * @param python the interpreter that has it
 * @param script the validator's program
 * @param sources where its modules are; empty when they are installed
 */
public record IiifValidator(Path python, Path script, String sources) {

    private static final String PACKAGE = "iiif-validator";
    private static final String PROGRAM = "iiif-validate.py";

    /** Finds or installs it; empty where it cannot be had, or does not start. */
    public static Optional<IiifValidator> install(Path folder) {
        try {
            Files.createDirectories(folder);
            String given = System.getenv().getOrDefault("IIIF_VALIDATOR", "");
            IiifValidator validator = given.isEmpty() ? ofPackage(folder) : ofFolder(Path.of(given));
            return validator
                                    .run(folder, validator.script().toString(), "--help")
                                    .exit()
                            == 0
                    ? Optional.of(validator)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static IiifValidator ofFolder(Path folder) throws IOException {
        for (Path python : List.of(Path.of("/usr/bin/python3"), Path.of("python3"))) {
            IiifValidator validator = new IiifValidator(python, folder.resolve(PROGRAM), folder.toString());
            if (validator.run(folder, "-c", "import bottle, magic, lxml, PIL").exit() == 0) {
                return validator;
            }
        }
        throw new IOException("no Python has the modules that the validator needs");
    }

    private static IiifValidator ofPackage(Path folder) throws IOException {
        Path bin = folder.resolve("python/bin");
        IiifValidator system = new IiifValidator(Path.of("python3"), folder, "");
        IiifValidator own = new IiifValidator(bin.resolve("python"), bin.resolve(PROGRAM), "");
        system.require(folder, "-m", "venv", folder.resolve("python").toString());
        own.require(folder, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE);
        return own;
    }

    private void require(Path folder, String... arguments) throws IOException {
        ProgramOutcome outcome = run(folder, arguments);
        if (outcome.exit() != 0) {
            throw new IOException(outcome.output());
        }
    }

    /**
     * What became of a program.
     *
     * @param exit the exit code
     * @param output all that it has printed
     */
    public record ProgramOutcome(int exit, String output) {}

    /** Runs the interpreter in a folder. */
    public ProgramOutcome run(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(python.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        if (!sources.isEmpty()) {
            builder.environment().putAll(Map.of("PYTHONPATH", sources, "PYTHONDONTWRITEBYTECODE", "1"));
        }
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new ProgramOutcome(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
