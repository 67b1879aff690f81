package dev.understudy.cache.disk;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Permissions of what the cache makes: replies of guarded catalogs are for the server's account and group, not for everybody. */
final class OwnersFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnersFiles() {}

    /** Of a file. */
    static FileAttribute<?>[] file() {
        return permissions("rw-r-----");
    }

    /** Of a folder. */
    static FileAttribute<?>[] folder() {
        return permissions("rwxr-x---");
    }

    private static FileAttribute<?>[] permissions(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
