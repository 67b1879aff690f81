package dev.understudy.engine.save;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An open folder in which files appear whole or not at all. On the way to it no link is followed: each folder is opened from within the
 * one around it, so that nobody can put a link in the place of one meanwhile.
 */
final class SaveFolder implements Closeable {

    private static final Set<OpenOption> ANEW =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);

    private static final Path ITSELF = Path.of(".");

    private final SecureDirectoryStream<Path> folder;

    private SaveFolder(SecureDirectoryStream<Path> folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder.
     *
     * @param root the folder of the settings; that may be reached by links
     * @param names the folders below it
     */
    static SaveFolder open(Path root, List<String> names) throws IOException {
        SaveFolder folder = new SaveFolder(secure(Files.newDirectoryStream(root), root));
        for (String name : names) {
            try (SaveFolder outer = folder) {
                folder = outer.inner(Path.of(name));
            }
        }
        return folder;
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream, Path root) throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new FileSystemException(root.toString(), null, "this system cannot tell links from folders reliably");
    }

    private SaveFolder inner(Path name) throws IOException {
        // Opening a pipe would wait for its other end.
        BasicFileAttributes attributes = attributes(name);
        if (attributes.isSymbolicLink()) {
            throw new FileSystemException(name.toString(), null, "it is a link, and no link is followed");
        } else if (!attributes.isDirectory()) {
            throw new NotDirectoryException(name.toString());
        }
        return new SaveFolder(folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS));
    }

    private BasicFileAttributes attributes(Path name) throws IOException {
        return folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes();
    }

    /** The files that are in the folder and in those below it, as far as they can be seen; no link is followed. */
    FolderUse use() throws IOException {
        FolderUse use = FolderUse.NOTHING;
        try (SaveFolder again = new SaveFolder(folder.newDirectoryStream(ITSELF, LinkOption.NOFOLLOW_LINKS))) {
            for (Path entry : again.folder) {
                use = use.plus(again.useOf(entry.getFileName()));
            }
        }
        return use;
    }

    private FolderUse useOf(Path name) throws IOException {
        try {
            BasicFileAttributes attributes = attributes(name);
            if (attributes.isRegularFile()) {
                return new FolderUse(attributes.size(), 1);
            } else if (!attributes.isDirectory()) {
                return FolderUse.NOTHING;
            }
            try (SaveFolder inner = inner(name)) {
                return inner.use();
            }
        } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException e) {
            // It has gone meanwhile, or is nobody's business.
            return FolderUse.NOTHING;
        }
    }

    /** What a file of so many bytes would add to the folder, in the place of the one that is there. */
    FolderUse added(String name, long bytes) throws IOException {
        FolderUse before = useOf(Path.of(name));
        return new FolderUse(bytes, 1).minus(before);
    }

    /** What tells the folder from all others; null where the system has no such thing. */
    @Nullable
    Object key() throws IOException {
        return attributes(ITSELF).fileKey();
    }

    /**
     * Writes a file, in the place of one that is there. Whoever looks sees the former or the new one.
     *
     * @param wanted whether somebody still waits for the file, once it is written
     * @return when it was written, in milliseconds of the epoch
     */
    long write(String name, byte[] bytes, BooleanSupplier wanted) throws IOException {
        Path file = Path.of(name);
        requireFile(file);
        Path temporary = Path.of(Leftovers.PREFIX + UUID.randomUUID() + Leftovers.SUFFIX);
        boolean moved = false;
        try {
            writeAnew(temporary, bytes);
            if (!wanted.getAsBoolean()) {
                throw new FileSystemException(name, null, "there was no time left");
            }
            long written = attributes(temporary).lastModifiedTime().toMillis();
            folder.move(temporary, folder, file);
            moved = true;
            force();
            return written;
        } finally {
            if (!moved) {
                delete(temporary);
            }
        }
    }

    private void requireFile(Path file) throws IOException {
        try {
            BasicFileAttributes present = attributes(file);
            if (!present.isRegularFile()) {
                String what = present.isSymbolicLink() ? "a link" : present.isDirectory() ? "a folder" : "no file";
                throw new FileSystemException(file.toString(), null, "what has that name is " + what);
            }
        } catch (NoSuchFileException e) {
            // Then it is a new one.
        }
    }

    private void writeAnew(Path file, byte[] bytes) throws IOException {
        try (SeekableByteChannel channel = folder.newByteChannel(file, ANEW)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            force(channel);
        }
    }

    /** Has the folder's disk remember the new name, where the system can be told so. */
    private void force() {
        try (SeekableByteChannel channel = folder.newByteChannel(ITSELF, Set.of(StandardOpenOption.READ))) {
            force(channel);
        } catch (IOException e) {
            // The file is there; a crash of the machine within seconds may lose it.
        }
    }

    private static void force(SeekableByteChannel channel) throws IOException {
        if (channel instanceof FileChannel file) {
            file.force(true);
        }
    }

    /** Deletes files that have not been finished and that nobody has written to since a time. */
    void deleteLeftovers(Instant since) throws IOException {
        for (Path entry : folder) {
            Path name = entry.getFileName();
            if (Leftovers.isNamedSo(name.toString()) && isUnchangedSince(name, since)) {
                delete(name);
            }
        }
    }

    private boolean isUnchangedSince(Path name, Instant time) {
        try {
            BasicFileAttributes attributes = attributes(name);
            return attributes.isRegularFile()
                    && attributes.lastModifiedTime().toInstant().isBefore(time);
        } catch (IOException e) {
            // It has gone meanwhile.
            return false;
        }
    }

    private void delete(Path file) {
        try {
            folder.deleteFile(file);
        } catch (IOException e) {
            // It is not there; or it is deleted later, as others that were left over.
        }
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
