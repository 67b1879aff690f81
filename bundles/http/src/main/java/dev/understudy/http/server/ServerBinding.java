package dev.understudy.http.server;

import dev.understudy.http.tls.TlsStatus;
import org.jspecify.annotations.Nullable;

/** The binding of the dispatcher to a running server. */
interface ServerBinding {

    /** Returns the port of the server; -1 for none. */
    int port();

    /** Returns the state of HTTPS; null when none is wanted. */
    @Nullable
    TlsStatus tls();

    /** Returns whether the server is the host's own. */
    boolean isOwn();

    /** Ends the binding: accepts no new connections, and waits for requests at work, but no longer than the drain timeout. */
    void close();
}
