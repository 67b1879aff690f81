package dev.understudy.source.store;

import java.io.IOException;

/** A file of which a part was asked for, and which is another by now. */
final class ChangedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    ChangedFileException() {
        super("it has changed since its first part was fetched");
    }
}
