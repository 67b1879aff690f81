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

    /** The same, but for the client alone where the catalog does not serve every client: a shared cache would. */
    public Freshness guardedBy(Catalog catalog) {
        return catalog.get(Attributes.CLIENT_ADDRESS_FILTER).restricts()
                ? new Freshness(storable, maxAge, false)
                : this;
    }

    /** The freshness of an answer about a failure: what the catalog sets, if failures of the kind last. */
    public static Freshness ofError(FailureKind kind, Catalog catalog) {
        Duration lifetime = catalog.get(Attributes.ERROR_EXPIRATION);
        return lifetime.isZero() || !kind.mayBeKept() ? NO_STORE : of(lifetime).guardedBy(catalog);
    }
}
