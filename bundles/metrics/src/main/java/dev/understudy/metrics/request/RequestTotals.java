package dev.understudy.metrics.request;

/**
 * How many requests have ended, and how long they took.
 *
 * @param requests all
 * @param errors those with a status of 400 or more
 * @param goodSeconds seconds that the others took together
 */
public record RequestTotals(long requests, long errors, double goodSeconds) {

    /** No requests. */
    public static final RequestTotals NONE = new RequestTotals(0, 0, 0);

    RequestTotals and(boolean error, long count, double seconds) {
        return new RequestTotals(requests + count, errors + (error ? count : 0), goodSeconds + (error ? 0 : seconds));
    }

    /** Returns what has been added since earlier totals. */
    public RequestTotals since(RequestTotals earlier) {
        return new RequestTotals(
                requests - earlier.requests, errors - earlier.errors, goodSeconds - earlier.goodSeconds);
    }
}
