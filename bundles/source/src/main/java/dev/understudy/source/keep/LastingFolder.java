package dev.understudy.source.keep;

import dev.understudy.source.keep.FetchedFile.FetchedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder whose files another run of the server finds again: those that are noted, once all of them is there. While another server uses the
 * folder, files lie in one for this run alone. Safe for many threads.
 */
public final class LastingFolder implements KeptFolder {

    private static final Logger LOG = LoggerFactory.getLogger(LastingFolder.class);

    private static final String LOCK = "understudy.lock";

    /** The names of files are those of this class alone, so that nothing else is removed, whatever folder it is. */
    private static final String PREFIX = "understudy-file-";

    private static final Pattern NAMES = Pattern.compile(PREFIX + "\\d{1,20}(" + KeptNote.ENDINGS + ")?");

    private final Path folder;
    private @Nullable FileChannel lock;
    /** Whether files lie elsewhere in this run, and there, once there are some. */
    private boolean isOthers;

    private @Nullable KeptFolder standIn;
    private boolean closed;

    /**
     * A file of an earlier run.
     *
     * @param file where it is
     * @param id names it
     * @param state what was fetched
     * @param digest what its content must have
     * @param validated when its server was asked about it last
     */
    public record EarlierFile(Path file, String id, FetchedState state, String digest, Instant validated) {

        /** The same, not validated after a time, whatever a clock said that was wrong. */
        private EarlierFile until(Instant now) {
            return validated.isAfter(now) ? new EarlierFile(file, id, state, digest, now) : this;
        }
    }

    /**
     * A folder that nobody has looked at.
     *
     * @param folder is made when it is needed
     */
    public LastingFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * The files of earlier runs, those validated last at the end; what is no whole file with its note is removed. If another server uses the
     * folder, there are none, and files lie elsewhere in this run.
     *
     * @param now the time after which none has been validated
     */
    public synchronized List<EarlierFile> earlier(Instant now) {
        List<EarlierFile> found = new ArrayList<>();
        try {
            if (!Files.isDirectory(folder)) {
                return found;
            }
            isOthers = true; // unless it is found to be free
            isOthers = !isLocked();
            if (isOthers) {
                return found;
            }
            for (Path file : files()) {
                EarlierFile earlier = KeptNote.isNote(file) ? null : earlier(file);
                if (earlier != null) {
                    found.add(earlier);
                } else if (!KeptNote.isNote(file) || !Files.exists(fileOf(file))) {
                    KeptFolder.delete(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Files of stores that were kept cannot be looked at, in {}: {}", folder, e.toString());
        }
        found.sort(Comparator.comparing(EarlierFile::validated));
        found.replaceAll(file -> file.until(now));
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(
                            file -> NAMES.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private static Path fileOf(Path note) {
        String name = note.getFileName().toString();
        return note.resolveSibling(name.substring(0, name.lastIndexOf('.')));
    }

    private static @Nullable EarlierFile earlier(Path file) {
        try {
            KeptNote note = KeptNote.read(file);
            Instant validated = Files.getLastModifiedTime(file).toInstant();
            return note.state().etag() == null
                            || Files.size(file) != note.state().length()
                    ? null
                    : new EarlierFile(file, note.id(), note.state(), note.digest(), validated);
        } catch (IOException e) {
            LOG.debug("{} is not used", file, e);
            return null;
        }
    }

    @Override
    public synchronized Path newFile() throws IOException {
        if (closed) {
            throw new IOException("the folder is closed");
        }
        if (!isOurs()) {
            return other().newFile();
        }
        return Files.createTempFile(folder, PREFIX, "");
    }

    /** The folder for this run alone. */
    private KeptFolder other() throws IOException {
        KeptFolder present = standIn;
        if (present == null) {
            present = new RunFolder(Files.createTempDirectory("understudy-stores"));
            standIn = present;
            LOG.warn("Another server uses {}, or it cannot be locked; files of stores do not outlast this run", folder);
        }
        return present;
    }

    /** Whether the folder is this server's. One that another has made since nobody looked has files that nobody here counts. */
    private boolean isOurs() throws IOException {
        if (lock == null && !isOthers) {
            isOthers = !isMade() || !isLocked();
        }
        return !isOthers;
    }

    /** Makes the folder, for this user alone where there are users; false when it is there. */
    private boolean isMade() throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
            return true;
        } catch (FileAlreadyExistsException e) {
            LOG.debug("{} is there by now", folder, e);
            return false;
        }
    }

    private boolean isLocked() throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        FileLock taken = null;
        try {
            taken = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            LOG.debug("{} is used in this process", folder, e);
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
        lock = taken == null ? null : channel;
        return taken != null;
    }

    /**
     * Notes a file, so that another run finds it. It is used whether or not that works.
     *
     * @param digest of its content
     * @param now when it was fetched
     */
    public synchronized void note(String id, FetchedFile file, String digest, Instant now) {
        if (closed || lock == null || file.state().etag() == null) {
            return;
        }
        try {
            new KeptNote(id, file.state(), digest).write(file.file());
            validated(file, now);
        } catch (IOException e) {
            LOG.debug("{} does not outlast this run", file.file(), e);
        }
    }

    /** Notes when a file was validated. */
    public void validated(FetchedFile file, Instant now) {
        try {
            Files.setLastModifiedTime(file.file(), FileTime.from(now));
        } catch (IOException e) {
            LOG.debug("{} is taken to have been validated earlier", file.file(), e);
        }
    }

    /** Leaves what is noted for the next run, and removes the rest. */
    @Override
    public synchronized void close() {
        closed = true;
        if (standIn != null) {
            standIn.close();
        }
        FileChannel held = lock;
        if (held == null) {
            return;
        }
        try (held) {
            for (Path file : files()) {
                if (!KeptNote.isNote(file) && !Files.exists(KeptNote.of(file))) {
                    KeptFolder.delete(file);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("Leaving {}", folder, e);
        }
        lock = null;
    }
}
