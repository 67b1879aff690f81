package dev.understudy.cache.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One root folder: its entries, the lock that keeps others out, and whether it lets itself be written. */
final class CacheFolder {

    private static final Logger LOG = LoggerFactory.getLogger(CacheFolder.class);

    private final Path root;
    private final EntryFiles files;
    private final WriteBackoff backoff;

    /** Held for reading by whoever changes files, for writing by whoever opens or closes the folder. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();

    private volatile @Nullable FolderLock lock;
    private volatile boolean scanned;
    private volatile boolean closed;
    private volatile boolean inUse;
    private volatile boolean outdated;

    CacheFolder(Path root, Disk disk, InstantSource clock) {
        this.root = root;
        this.files = new EntryFiles(root, disk);
        this.backoff = new WriteBackoff(root, clock);
    }

    /**
     * Takes the folder, which is made if need be, unless it is open already or does not let itself be written.
     *
     * @return whether it has been opened by this call
     * @throws FolderInUseException when another cache does not leave it in time
     */
    boolean open(Duration patience) throws FolderInUseException {
        if (isOpen() || !backoff.mayTry()) {
            return false;
        }
        use.writeLock().lock();
        try {
            if (isOpen() || closed) {
                return false;
            }
            files.prepare();
            lock = FolderLock.take(root, patience);
            inUse = false;
            files.discardLeftovers();
            return true;
        } catch (FolderInUseException e) {
            inUse = true;
            backoff.failed(e);
            throw e;
        } catch (IOException e) {
            backoff.failed(e);
            return false;
        } finally {
            use.writeLock().unlock();
        }
    }

    boolean isOpen() {
        return lock != null;
    }

    /** Whether it could not be opened because another cache uses it. */
    boolean isInUse() {
        return inUse;
    }

    /**
     * Leaves the folder when somebody has emptied or deleted it, to be opened anew.
     *
     * @return whether that was so
     */
    boolean leaveIfGone() {
        FolderLock held = lock;
        if (held == null || held.isThere()) {
            return false;
        }
        use.writeLock().lock();
        try {
            if (lock != held) {
                return false;
            }
            LOG.info("The response cache's folder {} has been emptied", root);
            scanned = false;
            release();
            return true;
        } finally {
            use.writeLock().unlock();
        }
    }

    /** Whether a purge can look at what is in it; if not, that is thrown away as soon as the folder is open: the purge may have meant it. */
    boolean isOpenForPurge() {
        use.readLock().lock();
        try {
            if (!isOpen()) {
                outdated = true;
            }
            return isOpen();
        } finally {
            use.readLock().unlock();
        }
    }

    /** Whether what is in it from before is to be thrown away. */
    boolean isOutdated() {
        return outdated;
    }

    /** Whether the index knows all that is in it. */
    boolean isScanned() {
        return scanned;
    }

    /** Tells of all entries, in no order, without opening any. */
    void scan(Consumer<Index.KeyedEntry> found) throws IOException {
        files.scan((key, attributes) -> found.accept(new Index.KeyedEntry(key, slot(attributes))), this::isOpen);
    }

    void scanned() {
        scanned = true;
        outdated = false;
    }

    /** The entry of a key, from its file's size and time; null when there is none. */
    @Nullable
    IndexEntry find(String key) {
        BasicFileAttributes attributes = files.find(key);
        return attributes == null ? null : slot(attributes);
    }

    /** The first bytes of an entry. */
    byte[] read(String key, int most) throws IOException {
        return files.read(key, most);
    }

    byte[] read(String key) throws IOException {
        return files.read(key);
    }

    /** Writes or replaces an entry at once; false when that was not possible. */
    boolean write(String key, byte[] head, byte[] body) {
        return backoff.mayTry()
                && whileOpen(() -> {
                    try {
                        files.replace(key, head, body);
                        backoff.worked();
                        return true;
                    } catch (IOException e) {
                        backoff.failed(e);
                        return false;
                    }
                });
    }

    /** Deletes an entry if it is there; false when that cannot be done. */
    boolean delete(String key) {
        return whileOpen(() -> files.delete(key));
    }

    /** Notes when an entry was used, as well as the file system allows. */
    void touch(String key, Instant time) {
        whileOpen(() -> {
            files.touch(key, time);
            return true;
        });
    }

    /** Waits for writes to end and leaves the folder to others. */
    void close() {
        use.writeLock().lock();
        try {
            closed = true;
            release();
        } finally {
            use.writeLock().unlock();
        }
    }

    private void release() {
        FolderLock held = lock;
        lock = null;
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            LOG.warn("The response cache's lock on {} cannot be given back", root, e);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }

    private boolean whileOpen(BooleanSupplier work) {
        use.readLock().lock();
        try {
            return isOpen() && work.getAsBoolean();
        } finally {
            use.readLock().unlock();
        }
    }

    private IndexEntry slot(BasicFileAttributes attributes) {
        return new IndexEntry(
                this, attributes.size(), attributes.lastModifiedTime().toInstant());
    }
}
