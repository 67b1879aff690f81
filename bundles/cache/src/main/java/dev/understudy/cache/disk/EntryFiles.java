package dev.understudy.cache.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Entries as files under a root: in 256 sub-folders named after the first two digits of their keys, and while they are being
 * written in a folder of their own.
 */
final class EntryFiles {

    private static final String TEMPORARY = "tmp";
    private static final String SHARDS = "[0-9a-f][0-9a-f]";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Logger LOG = LoggerFactory.getLogger(EntryFiles.class);

    private final Path root;
    private final Disk disk;
    private final AtomicLong writes = new AtomicLong();

    EntryFiles(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /** Makes the folders that are needed from the start. */
    void prepare() throws IOException {
        Files.createDirectories(root.resolve(TEMPORARY), OwnersFiles.folder());
    }

    /** Deletes what was being written when an earlier run ended. */
    void discardLeftovers() {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root.resolve(TEMPORARY))) {
            leftovers.forEach(this::discard);
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("Cannot clear {}", root.resolve(TEMPORARY), e);
        }
    }

    byte[] read(String key) throws IOException {
        return disk.read(file(key));
    }

    /** The first bytes of an entry. */
    byte[] read(String key, int most) throws IOException {
        return disk.read(file(key), most);
    }

    /** Writes or replaces an entry at once, or leaves no trace. Folders that somebody has deleted are made again. */
    void replace(String key, byte[] head, byte[] body) throws IOException {
        try {
            write(key, head, body);
        } catch (NoSuchFileException e) {
            prepare();
            write(key, head, body);
        }
    }

    private void write(String key, byte[] head, byte[] body) throws IOException {
        Path temporary = root.resolve(TEMPORARY).resolve(key + "." + writes.incrementAndGet());
        boolean moved = false;
        try {
            disk.write(temporary, head, body);
            disk.move(temporary, file(key));
            moved = true;
        } finally {
            if (!moved) {
                discard(temporary);
            }
        }
    }

    /** Deletes an entry if it is there; false when that cannot be done. */
    boolean delete(String key) {
        return discard(file(key));
    }

    void touch(String key, Instant time) {
        try {
            disk.touch(file(key), time);
        } catch (IOException e) {
            LOG.debug("Cannot set the time of {}", file(key), e);
        }
    }

    /** Size and time of an entry's file; null when there is none. */
    @Nullable
    BasicFileAttributes find(String key) {
        try {
            return Files.readAttributes(file(key), BasicFileAttributes.class);
        } catch (IOException e) {
            return null;
        }
    }

    /** Tells of all entries, in no order, without opening any, for as long as that is wanted. */
    void scan(BiConsumer<String, BasicFileAttributes> found, BooleanSupplier wanted) throws IOException {
        try (DirectoryStream<Path> shards = Files.newDirectoryStream(root, SHARDS)) {
            for (Path shard : shards) {
                if (wanted.getAsBoolean()) {
                    scanShard(shard, found);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void scanShard(Path shard, BiConsumer<String, BasicFileAttributes> found) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                BasicFileAttributes attributes =
                        KEY.matcher(name).matches() && file.equals(file(name)) ? find(name) : null;
                if (attributes != null) {
                    found.accept(name, attributes);
                }
            }
        }
    }

    private boolean discard(Path file) {
        try {
            disk.delete(file);
            return true;
        } catch (IOException e) {
            LOG.debug("Cannot delete {}", file, e);
            return false;
        }
    }

    private Path file(String key) {
        return root.resolve(key.substring(0, 2)).resolve(key);
    }
}
