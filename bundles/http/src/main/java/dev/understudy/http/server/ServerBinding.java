package dev.understudy.http.server;

/** The dispatcher's place in a running server. */
interface ServerBinding {

    /** The port requests come in by; -1 for none. */
    int port();

    /** Whether the server is the host's own. */
    boolean own();

    /** Ends it: no new connections, requests at work end first, bounded by the drain timeout. */
    void close();
}
