package dev.understudy.source.file;

import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where a file may be.
 *
 * @param path the file
 * @param root the root folder that the file is looked for in; null when the catalog names the file absolutely
 * @param base the folder that the path is relative to, and may not leave; null when there is none
 */
record Candidate(Path path, @Nullable Path root, @Nullable Path base) {

    /** How many folders are looked at that are not there; what lies deeper is found to be missing in the slower way. */
    private static final int LEVELS = 8;

    /**
     * The places to look for a file, in order: path, {@code RootPath} and server root are joined from the right until an
     * absolute path stands.
     *
     * <p>Source: the reference's pages on source data and on static content source data.
     *
     * @throws ServeException when the file has a name that no file can have here
     */
    static List<Candidate> of(SourceKey key, List<Path> roots) throws ServeException {
        try {
            if (key.fromCatalog() && Path.of(key.path()).isAbsolute()) {
                return List.of(new Candidate(Path.of(key.path()), null, null));
            }
            Path rootPath = Path.of(key.rootPath());
            if (rootPath.isAbsolute()) {
                return List.of(new Candidate(rootPath.resolve(key.path()), rootPath, rootPath));
            }
            List<Candidate> candidates = new ArrayList<>(roots.size());
            for (Path root : roots) {
                Path base = root.resolve(rootPath);
                candidates.add(new Candidate(base.resolve(key.path()), root, base));
            }
            return candidates;
        } catch (InvalidPathException e) {
            throw FileNames.unspellable(key);
        }
    }

    /**
     * The folder that shows that the file is not there: it can be looked into, and has no such name. Null when the file is there, and when it
     * cannot be found for another reason, which is not told this way. Missing files are asked for often, and to be told so by
     * an exception takes several times as long.
     */
    @Nullable
    File folderWithout() {
        File file = path.toFile();
        File folder = file.getParentFile();
        for (int up = 0; up < LEVELS && folder != null && !file.exists(); up++) {
            if (folder.canExecute()) {
                return folder;
            }
            file = folder;
            folder = file.getParentFile();
        }
        return null;
    }

    /**
     * The file behind all symbolic links.
     *
     * @param tenants the folders that no link may lead into
     * @param roots the server's roots
     * @throws ServeException {@code source.unreadable} when a link leads out of {@code base} or into the folder of another catalog
     * @throws IOException when there is no such file
     */
    Path confined(SourceKey key, TenantFolders tenants, List<Path> roots) throws IOException, ServeException {
        Path real = path.toRealPath();
        if (base == null) {
            return real; // the catalog names this one file, wherever it is
        }
        Path home = base.toRealPath();
        Path plain = home.resolve(key.path()).normalize();
        if (!real.equals(plain) && (!real.startsWith(home) || tenants.isEntered(key.kind(), plain, real, roots))) {
            throw FileFailures.link(key);
        }
        return real;
    }
}
