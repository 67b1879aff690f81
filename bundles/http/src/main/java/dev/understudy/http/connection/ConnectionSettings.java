package dev.understudy.http.connection;

import dev.understudy.catalog.AddressFilter;
import java.time.Duration;

/**
 * The settings of connections.
 *
 * @param headerTimeout the time in which the header of a request must arrive, and the handshake of TLS before
 * @param proxyProtocol the proxies that may say by the PROXY protocol who the client is
 * @param http2 the settings of HTTP/2
 */
public record ConnectionSettings(Duration headerTimeout, AddressFilter proxyProtocol, Http2Settings http2) {}
