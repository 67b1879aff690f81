package dev.understudy.cache.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;

/** A disk that is full, read-only or unreadable when it is told, and counts what is tried. */
final class FaultyDisk implements Disk {

    enum Fault {
        NONE,
        FULL,
        READ_ONLY,
        UNREADABLE
    }

    private final Disk disk = new LocalDisk();
    volatile Fault fault = Fault.NONE;
    /** Where the fault is. */
    volatile Path place = Path.of("/");

    volatile int reads;
    volatile int writes;

    @Override
    public byte[] read(Path file) throws IOException {
        reads++;
        failIfUnreadable(file);
        return disk.read(file);
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        failIfUnreadable(file);
        return disk.read(file, most);
    }

    @Override
    public void write(Path file, byte[] head, byte[] body) throws IOException {
        writes++;
        if (fault == Fault.FULL && file.startsWith(place)) {
            disk.write(file, head, Arrays.copyOf(body, body.length / 2));
            throw new IOException("No space left on device");
        }
        failIfReadOnly(file);
        disk.write(file, head, body);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        failIfReadOnly(to);
        disk.move(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
        failIfReadOnly(file);
        disk.delete(file);
    }

    @Override
    public void touch(Path file, Instant time) throws IOException {
        failIfReadOnly(file);
        disk.touch(file, time);
    }

    private void failIfUnreadable(Path file) throws IOException {
        if (fault == Fault.UNREADABLE && file.startsWith(place)) {
            throw new FileNotFoundException(file + " (Too many open files)");
        }
    }

    private void failIfReadOnly(Path file) throws IOException {
        if (fault == Fault.READ_ONLY && file.startsWith(place)) {
            throw new IOException("Read-only file system");
        }
    }

    static long files(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("lock"))
                    .count();
        }
    }
}
