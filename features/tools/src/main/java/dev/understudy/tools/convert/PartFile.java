package dev.understudy.tools.convert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being written under another name beside its own, and takes its own name when it is whole and on the disk. A process that
 * ends before leaves what it has written, under the other name; whoever writes the same file next takes that away, unless its writer still
 * lives, which a lock tells.
 */
final class PartFile implements Closeable {

    private static final String END = ".part";

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private boolean whole;

    private PartFile(Path target, Path part, FileChannel channel) {
        this.target = target;
        this.part = part;
        this.channel = channel;
    }

    /** Begins to write a file; its folder is made if it is not there. */
    static PartFile create(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = Files.createDirectories(absolute.getParent());
        String start = "." + absolute.getFileName() + ".";
        sweep(folder, start);
        Path part = folder.resolve(
                start + Integer.toUnsignedString(ThreadLocalRandom.current().nextInt()) + END);
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        PartFile file = new PartFile(absolute, part, channel);
        if (lock(channel) == null) {
            file.close();
            throw new IOException("another process has taken away " + part);
        }
        return file;
    }

    /** Takes away what others have left of the same file. */
    private static void sweep(Path folder, String start) throws IOException {
        DirectoryStream.Filter<Path> left = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(start) && name.matches(".*\\.\\d+\\.part") && Files.isRegularFile(path);
        };
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, left)) {
            for (Path part : parts) {
                try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    if (lock(channel) != null) {
                        Files.deleteIfExists(part);
                    }
                }
            }
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process
        }
    }

    /** What is written to. */
    SeekableByteChannel channel() {
        return channel;
    }

    /** Where it is written. */
    Path path() {
        return part;
    }

    /** Gives the file its name, in place of another that may have it. */
    void finish() throws IOException {
        channel.force(true);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        whole = true;
    }

    /** Takes away what was written, unless it is whole. */
    @Override
    public void close() throws IOException {
        try (channel) {
            if (!whole) {
                Files.deleteIfExists(part);
            }
        }
    }
}
