package dev.understudy.engine.caching;

import dev.understudy.catalog.Attributes;
import dev.understudy.catalog.Catalog;
import dev.understudy.failure.Failure;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.Recency;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells whether a kept reply is still good: its sources are as they were when it was made. How often that is looked up is the
 * catalog's {@code CacheValidationPolicy}: at intervals, or only after the catalog has changed. No catalog changes when an image of
 * a foreign server does, so those are looked up at intervals; how long they are fresh is what their servers say.
 *
 * <p>Source: the reference's page on response cache validation. Its interval of five minutes would show a replaced image
 * that late; looking up a file costs microseconds, so ours is a setting.
 */
public final class CacheValidator {

    private static final int CATALOG_BASED = 1;

    private final SourceAccess sources;
    private final Duration interval;
    private final InstantSource clock;

    public CacheValidator(SourceAccess sources, Duration interval, InstantSource clock) {
        this.sources = sources;
        this.interval = interval;
        this.clock = clock;
    }

    boolean isGood(CachedReply cached, Catalog catalog) {
        return isFresh(cached, cached.validated(), catalog, clock.instant()) || isUnchanged(cached);
    }

    /** The same, and takes note of when the sources were looked at. */
    boolean isGood(CachedReply cached, Catalog catalog, LastLook look) {
        Instant now = clock.instant();
        if (isFresh(cached, cached.validated(), catalog, now)) {
            return true;
        }
        boolean good = isUnchanged(cached);
        if (good) {
            look.at(now);
        }
        return good;
    }

    /** Whether a reply is good already because its sources have been looked at lately; looks at none. */
    boolean isFresh(CachedReply cached, Catalog catalog, LastLook look) {
        Instant now = clock.instant();
        return isFresh(cached, cached.validated(), catalog, now) || isFresh(cached, look.time(), catalog, now);
    }

    /** Whether all sources are as they were, looked at now. */
    boolean isUnchanged(CachedReply cached) {
        return cached.reply().stamps().stream().allMatch(this::isUnchanged);
    }

    private boolean isFresh(CachedReply cached, Instant validated, Catalog catalog, Instant now) {
        if (catalog.get(Attributes.CACHE_VALIDATION_POLICY) == CATALOG_BASED && !isOfForeign(cached)) {
            // files that are copied with their times are older than what was validated before they came
            return validated.isAfter(catalog.lastModified())
                    && !validated.isBefore(catalog.loaded())
                    && !validated.isAfter(now);
        }
        return Recency.isRecent(validated, interval, now);
    }

    private static boolean isOfForeign(CachedReply cached) {
        for (Stamp stamp : cached.reply().stamps()) {
            if (stamp.key().isForeign()) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnchanged(Stamp stamp) {
        try {
            return stamp.equals(sources.stamp(stamp.key()));
        } catch (ServeException e) {
            // Gone or unreadable: making the image anew tells why.
            return stamp.isAbsent() && e.failure() instanceof Failure.Missing;
        }
    }
}
