package dev.understudy.cache.disk;

import java.io.IOException;
import java.nio.file.Path;

/** A folder that another cache uses. */
final class FolderInUseException extends IOException {

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder) {
        super("'" + folder + "' is used by another server");
    }
}
