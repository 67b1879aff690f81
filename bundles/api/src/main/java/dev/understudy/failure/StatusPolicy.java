package dev.understudy.failure;

/** The choice of HTTP statuses for failures; {@code attribute::ErrorStatus}. */
public enum StatusPolicy {
    /** The statuses of the reference: 403 for most kinds. */
    DOCUMENTED,
    /** The statuses that HTTP means: 404 for missing, 502 for unreadable, 400 for bad parameters, 413 for limits. */
    HTTP
}
