package dev.understudy.codec.guard;

import dev.understudy.failure.FailureKind;
import java.io.IOException;

/** The file may be sound, but its kind of image cannot be decoded; the message is for people. */
public final class UnsupportedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    public UnsupportedException(String message) {
        this(FailureKind.SOURCE_UNSUPPORTED, message);
    }

    /**
     * An exception.
     *
     * @param kind {@code SOURCE_UNSUPPORTED} or {@code SVG_UNSUPPORTED}
     */
    public UnsupportedException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    FailureKind kind() {
        return kind;
    }
}
