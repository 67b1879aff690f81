package dev.understudy.engine.planning;

/**
 * A kind of list of the same video in several bit rates.
 *
 * <p>Source: the reference's page on mbrSet.
 */
public enum VideoListFormat {
    /** A playlist of HTTP Live Streaming. */
    M3U8,
    /** A manifest of HTTP Dynamic Streaming. */
    F4M
}
