package dev.understudy.codec.io;

import java.io.IOException;

/** The file does not hold a whole image that can be decoded; the message is for people. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedException(String message) {
        super(message);
    }
}
