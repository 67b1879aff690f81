package dev.understudy.source.keep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for the files of other servers. */
public interface KeptFolder extends AutoCloseable {

    /**
     * A new, empty file.
     *
     * @throws IOException when there can be none, or the folder is closed
     */
    Path newFile() throws IOException;

    /** Ends the use of the folder; never throws. */
    @Override
    void close();

    /** Deletes a file, and what is noted of it; whoever has it open can read on. */
    static void delete(Path file) {
        // first the note, so that it never tells of a file that is not there
        forget(file);
        deleteAlone(file);
    }

    /** Has no other run of the server find a file. */
    static void forget(Path file) {
        deleteAlone(KeptNote.of(file));
    }

    private static void deleteAlone(Path file) {
        Logger log = LoggerFactory.getLogger(KeptFolder.class);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.debug("Deleting {}", file, e);
        }
    }
}
