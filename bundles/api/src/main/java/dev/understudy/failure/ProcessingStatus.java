package dev.understudy.failure;

/**
 * The category of error in the access log, {@code %{ProcessingStatus}r}; the ordinal is the number that is logged.
 *
 * <p>Source: the reference's page on access logging.
 */
public enum ProcessingStatus {
    OK,
    NOT_FOUND,
    CONTENT_OR_USAGE,
    SERVER,
    OVERLOAD
}
