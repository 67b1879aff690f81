package dev.understudy.source.file;

import dev.understudy.catalog.Catalogs;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.SourceRoots;
import dev.understudy.source.RootUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds and opens files under root folders. */
public final class FileSourceAccess implements SourceAccess {

    /** How often a file that changes while it is being opened is tried again. */
    private static final int ATTEMPTS = 3;

    private final RootFolders roots;
    private final RootWatch watch;
    private final TenantFolders tenants;
    /** The folders that are searched; null for all. */
    private final @Nullable List<Path> searched;

    /**
     * @param watch remembers which roots have been there
     * @param catalogs the present catalogs, whose folders are kept apart
     */
    public FileSourceAccess(RootFolders roots, RootWatch watch, Supplier<Catalogs> catalogs) {
        this.roots = roots;
        this.watch = watch;
        this.tenants = new TenantFolders(catalogs);
        searched = null;
    }

    private FileSourceAccess(FileSourceAccess other, List<Path> searched) {
        roots = other.roots;
        watch = other.watch;
        tenants = other.tenants;
        this.searched = List.copyOf(searched);
    }

    /** The same, looking into some of the folders alone. */
    public FileSourceAccess in(List<Path> folders) {
        return new FileSourceAccess(this, folders);
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        return find(key).stamp(key);
    }

    @Override
    public Source open(SourceKey key) throws ServeException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Source source = open(key, findSettled(key));
            if (source != null) {
                return source;
            }
        }
        throw changing(key);
    }

    @Override
    public boolean hasFolder(SourceKey.Kind kind, String rootPath) {
        if (RootUrl.isUrl(rootPath)) {
            return true; // whoever has stores can tell
        }
        try {
            Path folder = Path.of(rootPath);
            return folder.isAbsolute()
                    ? Files.isDirectory(folder)
                    : roots.of(kind).stream().anyMatch(root -> Files.isDirectory(root.resolve(folder)));
        } catch (InvalidPathException e) {
            return false; // a name that this system cannot even spell is the name of no folder
        }
    }

    /** Opens a file; null when it is no longer what was found, so that stamp and bytes would not belong together. */
    private @Nullable Source open(SourceKey key, FoundFile found) throws ServeException {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(found.path(), StandardOpenOption.READ);
            if (channel.size() == found.length() && FoundFile.at(found.path()).equals(found) && isPlain(found.path())) {
                Source source = new FileSource(key, found, channel);
                channel = null;
                return source;
            }
            return null;
        } catch (IOException e) {
            throw FileFailures.of(key, e);
        } finally {
            closeQuietly(channel);
        }
    }

    /** Whether no folder on the way has been replaced by a link since the file was found. */
    private boolean isPlain(Path path) throws IOException {
        return roots.followLinks() || path.toRealPath().equals(path);
    }

    /**
     * Finds a file that is not being changed, and whose next change will show. One that was changed just now may be changed
     * again without another time, or is still being written, so that a mixture would bear a good stamp; it is looked at
     * again after a moment.
     */
    private FoundFile findSettled(SourceKey key) throws ServeException {
        FoundFile found = find(key);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long wait = found.unsettledMillis(System.currentTimeMillis());
            if (wait <= 0 || !pause(wait)) {
                return found;
            }
            found = find(key);
        }
        if (found.changedInPlace() && found.unsettledMillis(System.currentTimeMillis()) > 0) {
            throw changing(key);
        }
        return found; // every time another file, each of which is whole
    }

    private static ServeException changing(SourceKey key) {
        return FileFailures.unreadable(key, "cannot be read", new IOException("It is being changed all the time"));
    }

    /** Waits; false when the request is not to go on. */
    private static boolean pause(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private FoundFile find(SourceKey key) throws ServeException {
        if (key.kind() == SourceKey.Kind.ABSENT) {
            throw FileFailures.missing(key);
        }
        if (!key.fromCatalog()) {
            RequestPaths.check(key.path());
        }
        List<Path> folders = roots.of(key.kind());
        Path gone = null;
        for (Candidate candidate : Candidate.of(key, searched == null ? folders : searched)) {
            Path root = candidate.root();
            File folder = candidate.folderWithout();
            FoundFile file = folder == null ? look(key, candidate, folders) : null;
            if (file == null && root != null && !isBelow(root, folder)) {
                gone = watch.look(root) == SourceRoots.State.VANISHED ? root : gone;
                continue;
            }
            if (root != null) {
                watch.found(root);
            }
            if (file != null) {
                return file;
            }
        }
        // A catalog's file that may be under a root that has gone is not known to be missing: that would set off a
        // storm of
        // stand-ins. Of what no catalog has, nobody knows that it ever was there.
        throw gone == null || !key.fromCatalog() ? FileFailures.missing(key) : FileFailures.rootGone(key, gone);
    }

    /** Whether what was looked into is below the root, which is a folder then and need not be looked at as well. */
    private static boolean isBelow(Path root, @Nullable File folder) {
        Path path = folder == null ? root : folder.toPath();
        return path.startsWith(root) && !path.equals(root);
    }

    private @Nullable FoundFile look(SourceKey key, Candidate candidate, List<Path> folders) throws ServeException {
        try {
            FoundFile file =
                    FoundFile.at(roots.followLinks() ? candidate.path() : candidate.confined(key, tenants, folders));
            return file.regular() ? file : null;
        } catch (IOException e) {
            if (FileFailures.isAbsent(e)) {
                return null;
            }
            throw FileFailures.of(key, e);
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // nothing was read from it
            }
        }
    }
}
