package dev.understudy.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A password as a setting has it: the password itself, or the place of it. Nothing that shows a secret shows the password. */
public final class Secret {

    private static final String FILE = "file:";

    private final String written;
    private final Optional<Path> file;

    /**
     * Creates a secret.
     *
     * @param written the password, or {@code file:} and the path of a file; empty for no password
     * @throws IllegalArgumentException when what follows {@code file:} is no path
     */
    public Secret(String written) {
        this.written = written;
        this.file = written.startsWith(FILE) ? Optional.of(path(written.substring(FILE.length()))) : Optional.empty();
    }

    private static Path path(String text) {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("what follows 'file:' is not a path", e);
        }
    }

    /** Returns the file that has the password; empty for a password that is written in the setting. */
    public Optional<Path> file() {
        return file;
    }

    /**
     * Returns the password; empty for none.
     *
     * @throws IOException when it is in a file that cannot be read
     */
    public String read() throws IOException {
        if (file.isEmpty()) {
            return written;
        }
        try (Stream<String> lines = Files.lines(file.get())) {
            return lines.findFirst().orElse("");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && written.equals(secret.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written.isEmpty() ? "" : "***";
    }
}
