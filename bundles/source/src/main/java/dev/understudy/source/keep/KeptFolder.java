package dev.understudy.source.keep;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the files of other servers, for one run of the server. Safe for many threads. */
public final class KeptFolder {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFolder.class);

    private final Path folder;
    private @Nullable Path run;

    /**
     * A folder without files; what an earlier run has left over is removed.
     *
     * @param folder is made when the first file comes
     */
    public KeptFolder(Path folder) {
        this.folder = folder;
        clear();
    }

    /** A new, empty file. */
    public synchronized Path newFile() throws IOException {
        if (run == null || !Files.isDirectory(run)) {
            Files.createDirectories(folder);
            run = Files.createTempDirectory(folder, "run");
        }
        return Files.createTempFile(run, "file", "");
    }

    /** Deletes a file; whoever has it open can read on. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("Deleting {}", file, e);
        }
    }

    /** Removes all files, and the folder. */
    public synchronized void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                    delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.debug("Removing {}", folder, e);
        }
    }
}
