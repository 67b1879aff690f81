package dev.understudy.http.tls;

import java.nio.file.Path;

/** Keys or certificates that cannot be used; the message says why, without what is in the files. */
public final class UnusableKeysException extends Exception {

    private static final long serialVersionUID = 1;

    /** The setting that leads to what cannot be used. */
    public enum KeyOrigin {
        /** The file of keys and certificates. */
        KEYSTORE,
        /** The password. */
        PASSWORD,
        /** A PEM file of certificates. */
        CERTIFICATES,
        /** A PEM file of a key. */
        KEYS
    }

    private final KeyOrigin origin;
    private final transient Path file;

    UnusableKeysException(KeyOrigin origin, Path file, String reason) {
        super(reason);
        this.origin = origin;
        this.file = file;
    }

    /** Returns the setting that leads to what cannot be used. */
    public KeyOrigin origin() {
        return origin;
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }
}
