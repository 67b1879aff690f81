package dev.understudy.cache.disk;

import java.io.IOException;

/** An entry whose bytes are not the ones that were written. */
final class CorruptEntryException extends IOException {

    private static final long serialVersionUID = 1L;

    CorruptEntryException(String message) {
        super(message);
    }
}
