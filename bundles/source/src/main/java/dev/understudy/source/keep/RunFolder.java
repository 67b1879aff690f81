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

/** A folder whose files do not outlast a run of the server. Safe for many threads. */
public final class RunFolder implements KeptFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

    private final Path folder;
    private @Nullable Path run;
    private boolean closed;

    /**
     * A folder without files; what an earlier run has left over is removed.
     *
     * @param folder is made when the first file comes
     */
    public RunFolder(Path folder) {
        this.folder = folder;
        remove();
    }

    @Override
    public synchronized Path newFile() throws IOException {
        if (closed) {
            throw new IOException("the folder is closed");
        }
        if (run == null || !Files.isDirectory(run)) {
            Files.createDirectories(folder);
            run = Files.createTempDirectory(folder, "run");
        }
        return Files.createTempFile(run, "file", "");
    }

    /** Removes all files, and the folder. */
    @Override
    public synchronized void close() {
        closed = true;
        remove();
    }

    private void remove() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    KeptFolder.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                    KeptFolder.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.debug("Removing {}", folder, e);
        }
    }
}
