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
 * @param created when it came to be; where the file system does not know, {@code modified}
 * @param modified when it was last changed, as exactly as the file system knows
 * @param length bytes
 * @param identity the file system's mark for the file, empty when it has none
 * @param regular whether it is a plain file, not a folder, pipe or device
 */
record FoundFile(Path path, FileTime created, FileTime modified, long length, String identity, boolean regular) {

    /**
     * Longer than two changes can be apart, on a local file system, and still bear the same time. Within it a next change
     * may not show.
     */
    private static final long TICK_MILLIS = 20;

    /**
     * Longer than one write should take. A file bears the time at which its last write began; until that write has ended,
     * a file that was there before has old bytes and new ones.
     */
    private static final long WRITE_MILLIS = 250;

    static FoundFile at(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new FoundFile(
                path,
                attributes.creationTime(),
                attributes.lastModifiedTime(),
                attributes.size(),
                Objects.toString(attributes.fileKey(), ""),
                attributes.isRegularFile());
    }

    Stamp stamp(SourceKey key) {
        return new Stamp(key, modified.toMillis(), length, identity);
    }

    /**
     * Milliseconds until its bytes can be taken to belong together, and its next change to show.
     *
     * @return not above 0 when it can be opened now, or when it bears a time to come, which tells nothing
     */
    long unsettledMillis(long now) {
        long age = now - modified.toMillis();
        return age < 0 ? 0 : (changedInPlace() ? WRITE_MILLIS : TICK_MILLIS) - age;
    }

    /** Whether it was changed since it came to be; one that was written once and left has no older bytes to show. */
    boolean changedInPlace() {
        return modified.toMillis() - created.toMillis() >= TICK_MILLIS;
    }
}
