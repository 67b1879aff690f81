package dev.understudy.cache.disk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One root folder: the entries in 256 sub-folders named after the first two digits of their keys, a folder for what is being
 * written, and the lock.
 */
final class CacheFolder {

    private static final String TEMPORARY = "tmp";
    private static final String SHARDS = "[0-9a-f][0-9a-f]";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

    private final Path root;
    private final Disk disk;
    private final Availability availability;
    private final AtomicLong writes = new AtomicLong();

    /** Held for reading by whoever changes files, for writing by whoever opens or closes the folder. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private volatile @Nullable FolderLock lock;
    private volatile boolean scanned;
    private volatile boolean closed;

    CacheFolder(Path root, Disk disk, Clock clock) {
        this.root = root;
        this.disk = disk;
        this.availability = new Availability(root, clock);
    }

    /**
     * Takes the folder, which is made if need be, unless it is open already or does not let itself be written.
     *
     * @return whether it has been opened by this call
     * @throws FolderInUseException when another cache does not leave it in time
     */
    boolean open(Duration patience) throws FolderInUseException {
        if (isOpen() || !availability.mayTry()) {
            return false;
        }
        use.writeLock().lock();
        try {
            if (isOpen() || closed) {
                return false;
            }
            Files.createDirectories(root.resolve(TEMPORARY));
            lock = FolderLock.take(root, patience);
            discardLeftovers();
            return true;
        } catch (FolderInUseException e) {
            throw e;
        } catch (IOException e) {
            availability.failed(e);
            return false;
        } finally {
            use.writeLock().unlock();
        }
    }

    boolean isOpen() {
        return lock != null;
    }

    /** Whether the index knows all that is in it. */
    boolean isScanned() {
        return scanned;
    }

    void scanned() {
        scanned = true;
    }

    byte[] read(String key) throws IOException {
        return disk.read(file(key));
    }

    /** Writes or replaces an entry at once; false when that was not possible. */
    boolean write(String key, byte[] head, byte[] body) {
        return availability.mayTry()
                && whileOpen(() -> {
                    try {
                        replace(key, head, body);
                        availability.worked();
                        return true;
                    } catch (IOException e) {
                        availability.failed(e);
                        return false;
                    }
                });
    }

    void delete(String key) {
        whileOpen(() -> discard(file(key)));
    }

    /** Notes when an entry was used, as well as the file system allows. */
    void touch(String key, Instant time) {
        whileOpen(() -> {
            try {
                disk.touch(file(key), time);
                return true;
            } catch (IOException e) {
                LOG.debug("Cannot set the time of {}", file(key), e);
                return false;
            }
        });
    }

    /** The entry of a key, from its file's name and size; null when there is none. */
    @Nullable
    Slot find(String key) {
        try {
            return slot(file(key));
        } catch (IOException e) {
            return null;
        }
    }

    /** Tells of all entries, in no order, without opening any. */
    void scan(Consumer<Index.Entry> found) throws IOException {
        try (DirectoryStream<Path> shards = Files.newDirectoryStream(root, SHARDS)) {
            for (Path shard : shards) {
                if (isOpen()) {
                    scanShard(shard, found);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Waits for writes to end and leaves the folder to others. */
    void close() {
        use.writeLock().lock();
        try {
            closed = true;
            FolderLock held = lock;
            lock = null;
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            LOG.warn("The response cache's lock on {} cannot be given back", root, e);
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private void scanShard(Path shard, Consumer<Index.Entry> found) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shard)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (KEY.matcher(name).matches() && file.equals(file(name))) {
                    Slot slot = find(name);
                    if (slot != null) {
                        found.accept(new Index.Entry(name, slot));
                    }
                }
            }
        }
    }

    private void replace(String key, byte[] head, byte[] body) throws IOException {
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

    private void discardLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root.resolve(TEMPORARY))) {
            leftovers.forEach(this::discard);
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

    private boolean whileOpen(BooleanSupplier work) {
        use.readLock().lock();
        try {
            return isOpen() && work.getAsBoolean();
        } finally {
            use.readLock().unlock();
        }
    }

    private Slot slot(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Slot(this, attributes.size(), attributes.lastModifiedTime().toInstant());
    }

    private Path file(String key) {
        return root.resolve(key.substring(0, 2)).resolve(key);
    }
}
