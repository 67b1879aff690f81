package dev.understudy.http;

/**
 * The server that hosts the handlers; registered while it takes requests. Its service properties {@code host} and
 * {@code port} say the same.
 */
public interface HttpHost {

    /** The address it listens on; empty for all. */
    String host();

    /** The port it listens on, never 0; -1 when the server is somebody else's and listens on none. */
    int port();
}
