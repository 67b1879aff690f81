package dev.understudy.catalog.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Tells one state of a file from another.
 *
 * @param modified when it was last changed
 * @param length bytes
 * @param identity the file system's own mark for the file, empty when it has none
 */
public record FileStamp(FileTime modified, long length, String identity) {

    /** No readable file. */
    public static final FileStamp ABSENT = new FileStamp(FileTime.fromMillis(0), -1, "");

    /** The present state of a file. */
    public static FileStamp of(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return new FileStamp(attributes.lastModifiedTime(), attributes.size(), key == null ? "" : key.toString());
        } catch (IOException e) {
            return ABSENT;
        }
    }
}
