package dev.understudy.observe;

import java.time.Duration;
import java.time.Instant;

/**
 * Tells what is recent. A clock that is set back leaves times behind that are yet to come; what happened at one of those counts as long ago, else
 * it would be recent until the clock is there again.
 */
public final class Recency {

    private Recency() {}

    /**
     * Whether something happened no longer ago than a time.
     *
     * @param since when it happened
     * @param span how long ago it counts as recent
     * @param now is taken after {@code since} has been read, so that only a clock that was set back puts that into the future
     */
    public static boolean isRecent(Instant since, Duration span, Instant now) {
        return now.isBefore(since.plus(span)) && !now.isBefore(since);
    }
}
