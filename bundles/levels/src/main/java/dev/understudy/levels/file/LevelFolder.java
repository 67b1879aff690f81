package dev.understudy.levels.file;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of levels in a folder, and those that are being written in another one within. A file gets its name when it is whole, and is
 * not changed afterwards, so that several servers may use one folder.
 */
final class LevelFolder {

    private static final Logger LOG = LoggerFactory.getLogger(LevelFolder.class);
    private static final String TEMPORARY = "tmp";

    /** No file takes so long to write: what is older was left by a process that has ended. */
    private static final Duration LEFT_BEHIND = Duration.ofMinutes(10);

    private final Path root;

    /** Writes what is in a file. */
    interface LevelContent {
        void write(OutputStream out) throws IOException;
    }

    LevelFolder(Path root) {
        this.root = root;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    /** Writes a file, or leaves no trace. The folder is made, if need be. */
    void write(String name, LevelContent content) throws IOException {
        Path folder = root.resolve(TEMPORARY);
        Files.createDirectories(folder, permissions("rwxr-x---"));
        Path temporary = Files.createTempFile(folder, name.substring(0, 8) + "-", null, permissions("rw-r-----"));
        try {
            try (OutputStream out = new BufferedOutputStream(new FileOutputStream(temporary.toFile()))) {
                content.write(out);
            }
            Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            delete(temporary);
        }
    }

    /** Deletes a file if it is there; false when that cannot be done. */
    boolean delete(String name) {
        return delete(file(name));
    }

    /** Notes when a level was used, for the next run. */
    void touch(String name, Instant time) {
        try {
            Files.setLastModifiedTime(file(name), FileTime.from(time));
        } catch (IOException e) {
            LOG.debug("Cannot set the time of {}", file(name), e);
        }
    }

    /** All levels, the least recently used first. Files that were left unfinished are deleted. */
    Map<String, LevelIndex.KeptFile> scan(Instant now) throws IOException {
        Map<String, LevelIndex.KeptFile> found = new LinkedHashMap<>();
        if (!Files.isDirectory(root)) {
            return found;
        }
        discardLeftovers(now.minus(LEFT_BEHIND));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                LevelIndex.KeptFile kept = LevelName.isOne(name) ? kept(file) : null;
                if (kept != null) {
                    found.put(name, kept);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Map<String, LevelIndex.KeptFile> sorted = new LinkedHashMap<>();
        found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(java.util.Comparator.comparing(LevelIndex.KeptFile::used)))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** What is known of a file; null when it has gone since it was listed, which several servers and threads may see to. */
    private static LevelIndex.@Nullable KeptFile kept(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new LevelIndex.KeptFile(
                    attributes.size(), attributes.lastModifiedTime().toInstant());
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void discardLeftovers(Instant before) throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root.resolve(TEMPORARY))) {
            for (Path file : leftovers) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    delete(file);
                }
            }
        } catch (NoSuchFileException e) {
            LOG.debug("Nothing is being written", e);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            LOG.debug("Cannot delete {}", file, e);
            return false;
        }
    }

    /** Sources of guarded catalogs are for the server's account and group, not for everybody. */
    private FileAttribute<?>[] permissions(String permissions) {
        return root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
