package dev.understudy.redirect.client;

import java.io.IOException;

/** What went wrong with a request because of the request itself, or of this server; says nothing about the secondary server. */
public final class RequestFault extends IOException {

    private static final long serialVersionUID = 1L;

    /** What it was. */
    public enum Reason {
        /** The request cannot be sent. */
        UNSENDABLE,
        /** All connections to the server are in use. */
        NO_CONNECTION,
        /** The request has got another answer than it can use. */
        PROVOKED_ANSWER,
        /** The request had less time than the server may take. */
        NO_TIME
    }

    private final Reason reason;

    public RequestFault(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns what it was. */
    public Reason reason() {
        return reason;
    }
}
