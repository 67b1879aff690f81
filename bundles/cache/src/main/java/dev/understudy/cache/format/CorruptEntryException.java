package dev.understudy.cache.format;

import java.io.IOException;

/** An entry whose bytes are not the ones that were written. */
public final class CorruptEntryException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what the entry is, such as {@code cut short}
     */
    public CorruptEntryException(String message) {
        super(message);
    }
}
