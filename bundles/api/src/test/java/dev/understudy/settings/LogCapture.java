package dev.understudy.settings;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines that are logged until this is closed, as they would appear on the console. */
public final class LogCapture implements AutoCloseable {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    public LogCapture() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    /** All lines. */
    public List<String> lines() {
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The lines of the log that operators see on the console: {@code ERROR dev.understudy.startup - …}. */
    public List<String> console() {
        return log.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" dev.understudy.startup - "))
                .map(line -> line.substring(line.indexOf(']') + 1).strip())
                .toList();
    }

    /** The lines of {@link #console} that warn or tell of an error. */
    public List<String> troubles() {
        return console().stream()
                .filter(line -> line.matches("(WARN|ERROR) .*"))
                .toList();
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
