package dev.understudy.serve;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.FailureKind;
import java.time.Duration;

/**
 * The time for which a client may keep an answer.
 *
 * @param storable false for {@code no-store}
 * @param maxAge how long it stays fresh; zero means that it must be validated each time
 * @param shareable whether caches that serve several clients may keep it, too
 */
public record Freshness(boolean storable, Duration maxAge, boolean shareable) {

    /** The freshness of answers that nobody may keep. */
    public static final Freshness NO_STORE = new Freshness(false, Duration.ZERO, false);

    public Freshness {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("a negative lifetime: " + maxAge);
        }
    }

    /** The freshness of answers that all may keep for a time. */
    public static Freshness of(Duration maxAge) {
        return new Freshness(true, maxAge, true);
    }

    /** The one of two that lets an answer be kept for less time. */
    public static Freshness shorter(Freshness one, Freshness other) {
        boolean first = !one.storable() || (other.storable() && one.maxAge().compareTo(other.maxAge()) <= 0);
        return first ? one : other;
    }

    /** The same, but for the client alone: caches that serve several clients may not keep the answer. */
    public Freshness forClientAlone() {
        return new Freshness(storable, maxAge, false);
    }

    /**
     * The freshness of an answer about a failure: what the catalog sets, if failures of the kind last, and if others would get the
     * same answer.
     */
    public static Freshness ofError(FailureKind kind, Catalog catalog, Forwardable request) {
        Duration lifetime = catalog.get(Attributes.ERROR_EXPIRATION);
        return lifetime.isZero() || !kind.mayBeKept() || request.barredWithin(catalog) ? NO_STORE : of(lifetime);
    }
}
