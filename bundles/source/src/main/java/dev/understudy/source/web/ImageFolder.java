package dev.understudy.source.web;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the files of foreign images, for one run of the server. Safe for many threads. */
final class ImageFolder {

    private static final Logger LOG = LoggerFactory.getLogger(ImageFolder.class);

    private final Path folder;
    private @Nullable Path run;

    /**
     * A folder without files; what an earlier run has left over is removed.
     *
     * @param folder is made when the first image comes
     */
    ImageFolder(Path folder) {
        this.folder = folder;
        clear();
    }

    /** A new, empty file for an image. */
    synchronized Path newFile() throws IOException {
        if (run == null || !Files.isDirectory(run)) {
            Files.createDirectories(folder);
            run = Files.createTempDirectory(folder, "run");
        }
        return Files.createTempFile(run, "image", "");
    }

    /** Deletes a file; whoever has it open can read on. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("Deleting {}", file, e);
        }
    }

    /** Removes all files, and the folder. */
    synchronized void clear() {
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
