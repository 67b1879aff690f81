package dev.understudy.tools.setup;

import java.io.IOException;

/** Says that a file or folder which a person has named cannot be used; the message is for that person. */
public final class UnusableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public UnusableFileException(String message) {
        super(message);
    }
}
