package dev.understudy.codec.guard;

import java.io.IOException;

/** The file may be sound, but its kind of image cannot be decoded; the message is for people. */
public final class UnsupportedException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnsupportedException(String message) {
        super(message);
    }
}
