package dev.understudy.observe;

/**
 * What the response cache did for a request; the access log's {@code %{CacheUse}r} keywords.
 *
 * <p>Source: the reference's page on access logging.
 */
public enum CacheUse {
    REUSED,
    CREATED,
    UPDATED,
    REMOTE,
    REMOTE_CREATED,
    REMOTE_UPDATED,
    REMOTE_CACHE,
    VALIDATED,
    IGNORED,
    UNDEFINED
}
