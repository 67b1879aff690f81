package dev.understudy.cache.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Set;

/** Holds a folder for one cache alone; the operating system lets go of it when the process dies. */
final class FolderLock implements Closeable {

    private static final String NAME = "lock";
    private static final Duration POLL = Duration.ofMillis(50);

    private final FileChannel channel;
    private final Path file;
    private final String identity;

    private FolderLock(FileChannel channel, Path file) throws IOException {
        this.channel = channel;
        this.file = file;
        this.identity = identity(file);
    }

    /**
     * Takes the lock.
     *
     * @param patience how long to wait for a cache that is just being replaced
     * @throws FolderInUseException when another cache still has it then
     * @throws IOException when the folder cannot be written
     */
    static FolderLock take(Path folder, Duration patience) throws IOException {
        Path file = folder.resolve(NAME);
        FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnersFiles.file());
        try {
            waitForTurn(channel, folder, patience);
            return new FolderLock(channel, file);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether the file is still there: a lock on one that was deleted keeps nobody out. */
    boolean isThere() {
        try {
            return identity(file).equals(identity);
        } catch (IOException e) {
            return false;
        }
    }

    private static String identity(Path file) throws IOException {
        return String.valueOf(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    }

    private static void waitForTurn(FileChannel channel, Path folder, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isTaken(channel)) {
            if (System.nanoTime() - deadline >= 0) {
                throw new FolderInUseException(folder);
            }
            try {
                Thread.sleep(POLL.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new FolderInUseException(folder);
            }
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Held in this very process.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
