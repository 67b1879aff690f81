package dev.understudy.source.file;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the file system says into failures. */
final class FileFailures {

    /** Reasons that mean no more than that there is no such file. */
    private static final List<String> ABSENT =
            List.of("Not a directory", "File name too long", "Too many levels of symbolic links");

    /** Reasons that mean that a mounted file system has gone away, or that the process cannot open any more files. */
    private static final List<String> STORAGE = List.of(
            "Too many open files",
            "Stale file handle",
            "Transport endpoint is not connected",
            "Host is down",
            "No route to host",
            "Connection timed out");

    private FileFailures() {}

    static ServeException missing(SourceKey key) {
        return new ServeException(
                switch (key.kind()) {
                    case IMAGE, FONT, PROFILE, ABSENT, FOREIGN ->
                        new Failure.Missing(key.toString(), key.fromCatalog());
                    case STATIC_CONTENT -> new Failure.StaticMissing(key.toString());
                });
    }

    static ServeException link(SourceKey key) {
        return unreadable(
                key,
                "is a link that leads out of its catalog's folder, or into that of another catalog; followLinks=true in"
                        + " dev.understudy.source has such links followed",
                null);
    }

    static ServeException rootGone(SourceKey key, Path root) {
        return unavailable("'" + key + "' was not found, and the root folder " + root + " has gone", null);
    }

    static ServeException of(SourceKey key, IOException e) {
        if (isAbsent(e)) {
            return missing(key);
        }
        if (isStorage(e)) {
            return unavailable("'" + key + "' cannot be opened now: " + reason(e), e);
        }
        return unreadable(key, "cannot be read", e);
    }

    /**
     * The failure of a file that may not or cannot be read.
     *
     * @param reason what is in the way, as the end of a sentence about the file
     */
    static ServeException unreadable(SourceKey key, String reason, @Nullable Throwable cause) {
        FailureKind kind = key.kind() == SourceKey.Kind.STATIC_CONTENT
                ? FailureKind.STATIC_UNREADABLE
                : FailureKind.SOURCE_UNREADABLE;
        return new ServeException(new Failure.Unreadable(kind, key.toString(), reason, cause));
    }

    /** Whether the exception says that there is no such file. */
    static boolean isAbsent(IOException e) {
        return e instanceof NoSuchFileException
                || (e instanceof FileSystemException file && ABSENT.stream().anyMatch(reason(file)::startsWith));
    }

    private static boolean isStorage(IOException e) {
        return STORAGE.stream().anyMatch(reason(e)::startsWith);
    }

    private static String reason(IOException e) {
        return String.valueOf(e instanceof FileSystemException file ? file.getReason() : e.getMessage());
    }

    private static ServeException unavailable(String message, @Nullable Throwable cause) {
        return new ServeException(new Failure.Unavailable(FailureKind.STORAGE_UNAVAILABLE, message, cause));
    }
}
