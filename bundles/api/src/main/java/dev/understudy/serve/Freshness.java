package dev.understudy.serve;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.FailureKind;
import dev.understudy.source.SourceLifetime;
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

    /** What two allow both: an answer may be kept for the shorter time, and by those alone who may keep it by either. */
    public static Freshness shorter(Freshness one, Freshness other) {
        if (!one.storable() || !other.storable()) {
            return NO_STORE;
        }
        Duration shorter = one.maxAge().compareTo(other.maxAge()) <= 0 ? one.maxAge() : other.maxAge();
        return new Freshness(true, shorter, one.shareable() && other.shareable());
    }

    /** The same, but no longer and for no others than a source of the answer allows. */
    public Freshness within(SourceLifetime source) {
        return shorter(this, new Freshness(source.storable(), source.maxAge(), source.shareable()));
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
