package dev.understudy.http;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The server that hosts the handlers; registered as a service while the server accepts requests, with its values as the service
 * properties {@code host}, {@code port} and {@code tlsPort}.
 */
@ProviderType
public interface HttpHost {

    /** Returns the address to which the server is bound; empty for all. */
    String host();

    /** Returns the port, never 0; -1 for a server of another bundle that listens on none. */
    int port();

    /** Returns the port of HTTPS; -1 when there is none of the server's own. */
    int tlsPort();
}
