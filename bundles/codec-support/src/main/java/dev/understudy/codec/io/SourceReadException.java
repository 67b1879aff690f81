package dev.understudy.codec.io;

import java.io.IOException;

/** The file could not be read, whatever is in it: tells a broken disk from a broken image. */
public final class SourceReadException extends IOException {

    private static final long serialVersionUID = 1L;

    SourceReadException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
