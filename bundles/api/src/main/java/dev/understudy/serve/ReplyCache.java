package dev.understudy.serve;

import dev.understudy.failure.ServeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/** Keeps finished replies. */
@ConsumerType
public interface ReplyCache {

    /**
     * The kept reply under a key, as {@link #fetch} would answer with it. The call never waits for others.
     *
     * @param key as for {@link #fetch}
     * @param isGood as for {@link #fetch}
     * @return the reply; null when there is none or it is not good any more
     */
    @Nullable
    Reply find(String key, Predicate<CachedReply> isGood);

    /**
     * The kept reply under a key, if no file is read or written and nobody waited for to get it.
     *
     * @param key as for {@link #fetch}
     * @param isGood as for {@link #fetch}, without looking at files
     * @return the reply; null when {@link #find} is to be asked
     */
    default @Nullable Reply findAtOnce(String key, Predicate<CachedReply> isGood) {
        return null;
    }

    /**
     * The kept reply under a key whatever has become of its sources, with the time when it was last known to be good. Looking for it
     * is no use of it, and does not validate it.
     *
     * @param key as for {@link #fetch}
     * @return null when there is none
     */
    @Nullable
    CachedReply findLastGood(String key);

    /**
     * The reply under a key: the kept one while it is good, else a new one. Of several callers that miss the same key at
     * once, one makes the reply and all get it (or its failure).
     *
     * @param key 64 lower-case hexadecimal digits
     * @param isGood whether a kept reply may be used again; called without locks held, may look at files. Because
     *     the reply was validated lately it may be trusted for {@link CachedReply#MAX_UNVALIDATED_AGE} at most: what is found good after that
     *     counts as validated anew
     * @param loader makes the reply; only replies with a digest and a body in memory are kept
     * @return the reply, with {@link Reply#cacheUse()} saying where it came from: REUSED, VALIDATED (reused, and
     *     its time of validation renewed), CREATED, UPDATED, or IGNORED when it could not be kept
     * @throws ServeException what {@code loader} throws
     */
    Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException;

    /**
     * A reply from the cache.
     *
     * @param reply as it was made
     * @param validated when it was last known to be good
     */
    record CachedReply(Reply reply, Instant validated) {

        /** The longest time for which a reply counts as good without a look at its sources, unless its catalog sets more. */
        public static final Duration MAX_UNVALIDATED_AGE = Duration.ofMinutes(5);
    }

    /** Makes a reply on a miss. */
    @ConsumerType
    interface ReplyLoader {
        Reply make() throws ServeException;
    }
}
