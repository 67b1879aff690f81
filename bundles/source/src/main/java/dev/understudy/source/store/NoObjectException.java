package dev.understudy.source.store;

import java.io.IOException;

/** A store that works and has no such object, or does not give it. */
final class NoObjectException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean forbidden;

    NoObjectException(boolean forbidden) {
        super(forbidden ? "forbidden" : "missing");
        this.forbidden = forbidden;
    }

    boolean isForbidden() {
        return forbidden;
    }

    /** Missing objects are asked for often, and nobody looks at where that was found out. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
