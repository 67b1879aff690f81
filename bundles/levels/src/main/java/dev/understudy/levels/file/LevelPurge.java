package dev.understudy.levels.file;

import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds files that are to go, by the sources that their heads name. */
final class LevelPurge {

    private final LevelFolder folder;
    private final Predicate<SourceKey> which;

    LevelPurge(LevelFolder folder, Predicate<SourceKey> which) {
        this.folder = folder;
        this.which = which;
    }

    /** Whether a file is of one of the sources; one that does not tell might be. */
    boolean concerns(String name) {
        SourceKey source = source(folder.file(name));
        return source == null || which.test(source);
    }

    private static @Nullable SourceKey source(Path path) {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            String key = IndexFormat.begins(file)
                    ? IndexFormat.key(file)
                    : LevelFormat.readHeader(file).key();
            return LevelName.source(key);
        } catch (IOException e) {
            return null;
        }
    }
}
