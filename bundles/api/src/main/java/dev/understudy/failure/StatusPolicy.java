package dev.understudy.failure;

/** Which HTTP statuses failures have; {@code attribute::ErrorStatus}. */
public enum StatusPolicy {
    /** As the reference has it: 403 for most. */
    DOCUMENTED,
    /** As HTTP means them: 404 for missing, 502 for unreadable, 400 for bad parameters, 413 for limits. */
    HTTP
}
