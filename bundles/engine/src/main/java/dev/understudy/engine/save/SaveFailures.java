package dev.understudy.engine.save;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what the file system has against a file, without telling where the folder lies. */
final class SaveFailures {

    private SaveFailures() {}

    /** The reason, as the end of a sentence about the file. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no folder '" + last(missing.getFile()) + "', and none is made";
        } else if (e instanceof NotDirectoryException other) {
            return "'" + last(other.getFile()) + "' is no folder";
        } else if (e instanceof AccessDeniedException) {
            return "the server's account may not write to the folder";
        } else if (e instanceof ClosedByInterruptException) {
            return "it took too long";
        } else if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String last(String file) {
        Path name = Path.of(file).getFileName();
        return name == null ? file : name.toString();
    }
}
