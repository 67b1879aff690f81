package dev.understudy.engine.caching;

import dev.understudy.catalog.Catalog;
import dev.understudy.catalog.RuleHeader;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Call;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.NegotiatedHeader;
import dev.understudy.serve.Reply;
import dev.understudy.source.Stamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the response cache has, as far as it is the request's and not the image's. As long as the cache has the same image,
 * the same request gets the same answer, and need be neither read nor planned for that.
 *
 * @param key of the image in the cache
 * @param catalog says how often the sources of the image are to be looked at
 * @param look when that was done
 * @param digest of the image
 * @param stamps of the sources of the image
 * @param freshness as {@link Reply#freshness}
 * @param lastModified as {@link Reply#lastModified}
 * @param varying as {@link Reply#varying}
 * @param headers as {@link Reply#headers}
 * @param notModified the answer to clients that have the image, if it never changes; else null
 * @param log what the access log is told
 */
public record RepeatableAnswer(
        String key,
        Catalog catalog,
        LastLook look,
        @Nullable String digest,
        List<Stamp> stamps,
        Freshness freshness,
        @Nullable Instant lastModified,
        Set<NegotiatedHeader> varying,
        List<RuleHeader> headers,
        @Nullable Reply notModified,
        Log log) {

    private static final Set<CacheUse> IN_CACHE = EnumSet.of(
            CacheUse.CREATED,
            CacheUse.UPDATED,
            CacheUse.REUSED,
            CacheUse.VALIDATED,
            CacheUse.REMOTE_CREATED,
            CacheUse.REMOTE_UPDATED);

    /** What the access log is told of a request as often as it is made. */
    public record Log(
            String requestType,
            String rootId,
            @Nullable String transformedTarget,
            boolean pathBasedAccess,
            List<String> ignored,
            boolean ignoredIsPublic,
            boolean timing) {

        static Log of(AccessRecord accessRecord) {
            return new Log(
                    accessRecord.requestType(),
                    accessRecord.rootId(),
                    accessRecord.transformedTarget(),
                    accessRecord.pathBasedAccess(),
                    accessRecord.ignored(),
                    accessRecord.ignoredIsPublic(),
                    accessRecord.timing());
        }

        /** Tells an access record. */
        public void tell(AccessRecord accessRecord) {
            accessRecord.requestType(requestType);
            accessRecord.rootId(rootId);
            accessRecord.transformedTarget(transformedTarget);
            accessRecord.pathBasedAccess(pathBasedAccess);
            accessRecord.ignored(ignored, ignoredIsPublic);
            accessRecord.timing(timing);
        }
    }

    /**
     * The answer to a call that has just been given; null for one that is no image of the cache, and for one whose lifetime may be
     * another each time, as it is that of a foreign image.
     *
     * @param call with an access record that tells of it
     * @param notModified as above
     */
    public static @Nullable RepeatableAnswer of(Call call, Catalog catalog, Reply reply, @Nullable Reply notModified) {
        String key = call.accessRecord().cacheKey();
        boolean foreign = reply.stamps().stream().anyMatch(stamp -> stamp.key().isForeign());
        if (key == null || foreign || reply.standIn() != null || !IN_CACHE.contains(reply.cacheUse())) {
            return null;
        }
        return new RepeatableAnswer(
                key,
                catalog,
                new LastLook(),
                reply.digest(),
                reply.stamps(),
                reply.freshness(),
                reply.lastModified(),
                reply.varying(),
                reply.headers(),
                notModified,
                Log.of(call.accessRecord()));
    }

    /** The answer with the image that the cache has now; null when that is another one. */
    public @Nullable Reply with(Reply kept) {
        return Objects.equals(digest, kept.digest()) && stamps.equals(kept.stamps())
                ? kept.forRequest(freshness, lastModified, varying, headers)
                : null;
    }
}
