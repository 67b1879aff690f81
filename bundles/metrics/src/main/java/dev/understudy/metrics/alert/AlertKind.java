package dev.understudy.metrics.alert;

/**
 * The kinds of alerts.
 *
 * <p>Source: the reference's pages on standard alerts and on the priority alert about the heap.
 */
public enum AlertKind {
    /** A request waits for its answer for too long. */
    LOCKED_REQUEST("Locked Request", "Lock"),
    /** Too many requests are at work at a time. */
    HIGH_CONCURRENCY("High Concurrency", "Conc"),
    /** Fewer requests come than should. */
    MINIMUM_TRAFFIC("Minimum Traffic", "Traf"),
    /** Too many answers are errors. */
    ERROR_RATE("Error Rate", "Error"),
    /** Answers take too long. */
    RESPONSE_TIME("Response Time", "RTime"),
    /** Too little of the heap is free after garbage has been collected. */
    HEAP_SPACE("Heap Space", "Heap");

    private final String title;
    private final String id;

    AlertKind(String title, String id) {
        this.title = title;
        this.id = id;
    }

    @Override
    public String toString() {
        return title + " (" + id + ")";
    }
}
