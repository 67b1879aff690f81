package dev.understudy.engine.caching;

import dev.understudy.catalog.Attributes;
import dev.understudy.engine.plan.ImagePlan;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.protocol.command.CacheChoice.ServerCache;
import dev.understudy.serve.Freshness;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.serve.ReplyCache.CachedReply;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the image of a request as it was when its sources were last known to be good, for when one of them is gone or damaged. The
 * response cache has it under the key of the plan, which no state of a source is part of.
 */
public final class LastGoodImages {

    /** How long clients may keep such an image at most: the right one may be back at any time. */
    private static final Duration LIFETIME = Duration.ofMinutes(1);

    private final ReplyCache cache;
    private final PlanKeyCache keys;
    private final SourceAccess sources;
    private final InstantSource clock;

    public LastGoodImages(ReplyCache cache, PlanKeyCache keys, SourceAccess sources, InstantSource clock) {
        this.cache = cache;
        this.keys = keys;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * The last good image of a request that has failed. There is none of foreign images: how long those may be used is for their own
     * servers to say.
     *
     * @param failure why it failed; null for a request that has not failed
     * @return null when there is none that may be served
     */
    public @Nullable Reply find(PlannedRequest request, @Nullable Failure failure) {
        Duration longest = request.summary().catalog().get(Attributes.STALE_IF_ERROR);
        ImagePlan plan = request.plan();
        if (longest.isZero()
                || plan == null
                || !request.summary().type().isImage()
                || request.cache().server() == ServerCache.OFF
                || !request.foreignSources().isEmpty()) {
            return null;
        }
        CachedReply kept = cache.findLastGood(keys.of(plan));
        if (kept == null || kept.validated().plus(longest).isBefore(clock.instant()) || showsOldState(kept, failure)) {
            return null;
        }
        return kept.reply()
                .withCacheUse(CacheUse.REUSED)
                .withFreshness(Freshness.shorter(request.freshness(), Freshness.of(LIFETIME)))
                .alsoVaryingBy(request.varying());
    }

    /** Whether a source has changed that is not the one that failed, and so may be sound: what it was is not shown any more. */
    private boolean showsOldState(CachedReply kept, @Nullable Failure failure) {
        List<Stamp> changed =
                kept.reply().stamps().stream().filter(this::hasChanged).toList();
        return !changed.stream().allMatch(stamp -> isToBlame(stamp, failure))
                || changed.size() > 1 && isOfFonts(failure);
    }

    /** Whether a file is the one that is damaged, or of no kind that is read; fonts are told by their own names, not by those of files. */
    private static boolean isToBlame(Stamp stamp, @Nullable Failure failure) {
        Failure first = failure instanceof Failure.Known known ? known.first() : failure;
        String object = first instanceof Failure.Corrupt corrupt
                ? corrupt.object()
                : first instanceof Failure.UnsupportedSource unsupported ? unsupported.object() : null;
        return stamp.key().toString().equals(object)
                || isOfFonts(failure) && stamp.key().kind() == SourceKey.Kind.FONT;
    }

    private static boolean isOfFonts(@Nullable Failure failure) {
        return failure != null && failure.kind() == FailureKind.FONT_CORRUPT;
    }

    private boolean hasChanged(Stamp stamp) {
        try {
            return !stamp.equals(sources.stamp(stamp.key()));
        } catch (ServeException e) {
            return false;
        }
    }
}
