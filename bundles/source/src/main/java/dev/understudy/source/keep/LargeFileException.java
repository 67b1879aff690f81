package dev.understudy.source.keep;

import java.io.IOException;

/** A file of another server that is larger than one may be. */
public final class LargeFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long maxBytes;

    /** A file of more bytes than there may be. */
    public LargeFileException(long maxBytes) {
        super("It has more than " + maxBytes + " bytes");
        this.maxBytes = maxBytes;
    }

    /** How many bytes there may be. */
    public long maxBytes() {
        return maxBytes;
    }
}
