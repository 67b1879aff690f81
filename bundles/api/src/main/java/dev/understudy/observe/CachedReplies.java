package dev.understudy.observe;

import dev.understudy.source.SourceKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** The contents of the response cache, for operators. */
@ProviderType
public interface CachedReplies {

    /** How full the cache is. */
    CacheFigures figures();

    /**
     * Removes replies of this server while the cache is used; other servers are told by {@link CacheCluster#forget}. What is being made meanwhile is not kept, as it may have begun with what is to
     * be forgotten.
     *
     * @param which says which, of all replies of this run and earlier ones
     * @return how many
     */
    default int purge(Predicate<ReplyOrigin> which) {
        return purge((origin, made) -> which.test(origin));
    }

    /**
     * Removes replies as {@link #purge(Predicate)} does, by the times of their making, too.
     *
     * @param which says which, by what they were made of and when their making began
     * @return how many
     */
    int purge(BiPredicate<ReplyOrigin, Instant> which);

    /**
     * How full the cache is, and how full it may become.
     *
     * @param folders how many folders it has
     * @param usable how many of them can be used now
     * @param evictions how many replies had to go since the start, so that others fit
     */
    record CacheFigures(
            int entries, int maxEntries, long bytes, long maxBytes, int folders, int usable, long evictions) {}

    /**
     * What a reply was made of.
     *
     * @param objects the records and files of the request that it was made for, as {@code catalog/id}, those of the default
     *     catalog without a catalog
     * @param sources its files
     */
    record ReplyOrigin(List<String> objects, Set<SourceKey> sources) {

        public ReplyOrigin {
            objects = List.copyOf(objects);
            sources = Set.copyOf(sources);
        }
    }
}
