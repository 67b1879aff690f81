package dev.understudy.http.lease;

/** What can be said of a {@link SwappableService}. */
public enum SlotState {
    /** No service has ever been there. */
    UNKNOWN,
    /** A service is there. */
    SERVING,
    /** It left a moment ago, or is still ending its last requests: worth waiting for its successor. */
    SWAPPING,
    /** It has been away for longer than that. */
    GONE
}
