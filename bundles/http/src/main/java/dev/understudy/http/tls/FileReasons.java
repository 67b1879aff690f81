package dev.understudy.http.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words what is in the way of opening a file or a folder. */
public final class FileReasons {

    private FileReasons() {}

    /** Returns the reason, as a sentence without its full stop. */
    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        } else if (e instanceof FileAlreadyExistsException) {
            return "a file is where a folder should be";
        } else if (e instanceof AccessDeniedException) {
            return "the server's account may not open it";
        } else if (e instanceof FileSystemException known && known.getReason() != null) {
            return known.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
