package dev.understudy.source.file;

import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;

/**
 * A file and the state that it was in when it was looked at.
 *
 * @param path where it is
 * @param modified when it was last changed, as exactly as the file system knows
 * @param length bytes
 * @param identity the file system's mark for the file, empty when it has none
 * @param regular whether it is a plain file, not a folder, pipe or device
 */
record FoundFile(Path path, FileTime modified, long length, String identity, boolean regular) {

    static FoundFile at(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FoundFile(
                path,
                attributes.lastModifiedTime(),
                attributes.size(),
                Objects.toString(attributes.fileKey(), ""),
                attributes.isRegularFile());
    }

    Stamp stamp(SourceKey key) {
        return new Stamp(key, modified.toMillis(), length, identity);
    }
}
