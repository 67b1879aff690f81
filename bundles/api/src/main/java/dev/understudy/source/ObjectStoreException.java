package dev.understudy.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A store that does not say what it has. */
public final class ObjectStoreException extends IOException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a store does not say what it has. */
    public enum Reason {
        /** The store cannot be reached, or says that it does not work now. */
        DOWN,
        /** The store wants fewer requests. */
        BUSY,
        /** The store answers, and what it sends cannot be the object: a web page, or bytes of which nobody can tell the end. */
        UNUSABLE,
        /** The store turns this server away: wrong credentials, a wrong clock, no such bucket. Only an operator can mend it. */
        REFUSED
    }

    /**
     * A store that does not say what it has.
     *
     * @param message for operators: what is wrong and, if only they can mend it, how
     */
    public ObjectStoreException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why the store does not say what it has. */
    public Reason reason() {
        return reason;
    }
}
