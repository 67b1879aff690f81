package dev.understudy.source;

/**
 * Tells one state of a file from another. Two equal stamps mean the same bytes.
 *
 * @param key the file
 * @param modified when it was last changed, milliseconds since 1970
 * @param length bytes
 * @param identity the file system's own mark for the file (such as an inode), empty when it has none
 */
public record Stamp(SourceKey key, long modified, long length, String identity) {

    private static final long NO_LENGTH = -1;

    /** The state of a file that is not there, for what was made without it. */
    public static Stamp absent(SourceKey key) {
        return new Stamp(key, 0, NO_LENGTH, "");
    }

    /** Whether the file is not there. */
    public boolean isAbsent() {
        return length == NO_LENGTH;
    }
}
