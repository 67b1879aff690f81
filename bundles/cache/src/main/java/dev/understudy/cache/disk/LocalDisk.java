package dev.understudy.cache.disk;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * The disk itself. Files are read and written by streams of java.io because a channel closes when its thread is interrupted,
 * which would look like a fault of the disk.
 */
final class LocalDisk implements Disk {

    @Override
    public byte[] read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    @Override
    public byte[] read(Path file, int most) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readNBytes(most);
        }
    }

    @Override
    public void write(Path file, byte[] head, byte[] body) throws IOException {
        Files.createFile(file, OwnersFiles.file());
        try (OutputStream out = new FileOutputStream(file.toFile())) {
            out.write(head);
            out.write(body);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.createDirectories(to.getParent(), OwnersFiles.folder());
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void touch(Path file, Instant time) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(time));
    }
}
