package dev.understudy.serve;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.FailureKind;
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

    /** How long an answer that tells of a failure may be kept: as the catalog says, if it is one of those that last. */
    public static Freshness ofError(FailureKind kind, Catalog catalog) {
        Duration lifetime = catalog.get(Attributes.ERROR_EXPIRATION);
        return lifetime.isZero() || !kind.mayBeKept() ? NO_STORE : of(lifetime);
    }
}
