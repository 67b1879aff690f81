package dev.understudy.itest.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Gives a running server a secondary, and takes it away again. */
public final class ForwardTo implements AutoCloseable {

    private static final Duration TAKEN_UP = Duration.ofSeconds(10);
    private static final String MISSING = "/is/image/gallery/missing?wid=50";
    private static final String STAND_IN = "Understudy-StandIn";

    private final Server server;
    private final Path file;
    private final String before;

    private ForwardTo(Server server, Path file, String before) {
        this.server = server;
        this.file = file;
        this.before = before;
    }

    /** Returns once the server forwards. */
    public static ForwardTo start(Server server, int secondaryPort) throws IOException {
        Path file = server.etc().resolve("dev.understudy.redirect.cfg");
        ForwardTo forward = new ForwardTo(server, file, Files.readString(file));
        forward.change(secondaryPort);
        server.client()
                .await(MISSING, TAKEN_UP, response -> response.header(STAND_IN).startsWith("secondary"));
        return forward;
    }

    /** Writes another secondary into the configuration; the server takes it up in a moment. */
    public void change(int secondaryPort) throws IOException {
        Files.writeString(
                file,
                before.replaceAll(
                        "(?m)^errorRedirect.rootUrl.*$", "errorRedirect.rootUrl = http://127.0.0.1:" + secondaryPort));
    }

    /** Returns once the server forwards no longer. */
    @Override
    public void close() {
        try {
            Files.writeString(file, before);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.client()
                .await(MISSING, TAKEN_UP, response -> !response.header(STAND_IN).startsWith("secondary"));
    }
}
