package dev.understudy.http.lease;

/** The state of a {@link SwappableService}. */
public enum SlotState {
    /** No service has ever been there, or the last one has been retired. */
    UNKNOWN,
    /** A service is there. */
    SERVING,
    /** The service left a moment ago, or is ending its last requests; requests wait for its successor. */
    SWAPPING,
    /** The service left so long ago that requests no longer wait for a successor. */
    GONE
}
