package dev.understudy.serve;

import java.time.Duration;

/**
 * How long a client may keep an answer.
 *
 * @param storable false for {@code no-store}
 * @param maxAge how long it stays fresh; zero means that it must be validated each time
 */
public record Freshness(boolean storable, Duration maxAge) {

    /** Not to be kept by anyone. */
    public static final Freshness NO_STORE = new Freshness(false, Duration.ZERO);

    public Freshness {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("a negative lifetime: " + maxAge);
        }
    }

    /** Fresh for this long. */
    public static Freshness of(Duration maxAge) {
        return new Freshness(true, maxAge);
    }
}
