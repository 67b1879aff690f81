package dev.understudy.http.connection;

/**
 * The settings of HTTP/2.
 *
 * @param enabled whether HTTP/2 is spoken
 * @param maxStreams how many requests of a connection may be at work at a time
 * @param maxControls how many frames a second a connection may send that are no requests: resets, pings, settings and the like
 */
public record Http2Settings(boolean enabled, int maxStreams, int maxControls) {}
