package dev.understudy.cache.disk;

import dev.understudy.cache.disk.EntryStore.Found;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.Recency;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import dev.understudy.serve.SharedReplies;
import dev.understudy.serve.SharedReplies.SharedLookup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps replies in folders, within limits of size and number, the least recently used going first. A reply that cannot be
 * kept is served all the same. What has been written outlives the process, however that ends.
 *
 * <p>Source: the reference's pages on the response data cache and on its validation.
 */
public final class DiskReplyCache implements ReplyCache, CachedReplies, AutoCloseable {

    /** The part of Java's memory that replies may take. */
    private static final int MEMORY_SHARE = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final CacheSettings settings;
    private final Index index;
    private final InstantSource clock;
    private final CacheFolders folders;
    private final EntryStore entries;
    private final SingleFlight singleFlight = new SingleFlight();

    /** Held for reading by whoever keeps a reply, for writing by whoever begins to purge. */
    private final ReadWriteLock keeping = new ReentrantReadWriteLock();

    private volatile SharedReplies shared = SharedReplies.NONE;

    private volatile int purges;

    private DiskReplyCache(
            CacheSettings settings, Index index, InstantSource clock, CacheFolders folders, EntryStore entries) {
        this.settings = settings;
        this.index = index;
        this.clock = clock;
        this.folders = folders;
        this.entries = entries;
    }

    /**
     * Takes the folders and begins to serve; what is in them from before is indexed in the background. A folder that another cache
     * uses, and does not leave within seconds, is taken as soon as that does.
     */
    public static DiskReplyCache open(CacheSettings settings) {
        long memory = Math.min(settings.memory(), Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        return open(settings, DiskReplyCache::startThread, memory, PATIENCE, new LocalDisk(), InstantSource.system());
    }

    /**
     * As above.
     *
     * @param background reads the folders
     * @param memory bytes of replies that are kept in memory too
     * @param patience how long to wait for another cache to leave the folders
     */
    static DiskReplyCache open(
            CacheSettings settings,
            Executor background,
            long memory,
            Duration patience,
            Disk disk,
            InstantSource clock) {
        Index index = new Index(settings.maxBytes(), settings.maxEntries());
        CacheFolders folders = new CacheFolders(
                settings.folders().stream()
                        .map(root -> new CacheFolder(root, disk, clock))
                        .toList(),
                index,
                new IndexLoader(index, background));
        folders.open(patience);
        EntryStore entries = new EntryStore(folders, index, new MemoryTier(memory), settings.maxBytes());
        return new DiskReplyCache(settings, index, clock, folders, entries);
    }

    /** Asks these for what is in no folder, from now on. */
    public synchronized void use(SharedReplies service) {
        shared = service;
    }

    /** Asks nobody from now on, unless others have replaced these. */
    public synchronized void unset(SharedReplies service) {
        if (shared == service) {
            shared = SharedReplies.NONE;
        }
    }

    /** The folders that another cache uses. */
    public List<String> foldersInUse() {
        return folders.all().stream()
                .filter(CacheFolder::isInUse)
                .map(CacheFolder::toString)
                .toList();
    }

    @Override
    public CacheFigures figures() {
        int usable = (int) folders.all().stream().filter(CacheFolder::isOpen).count();
        return new CacheFigures(
                index.size(),
                settings.maxEntries(),
                index.bytes(),
                settings.maxBytes(),
                folders.all().size(),
                usable,
                index.evictions());
    }

    @Override
    public int purge(BiPredicate<ReplyOrigin, Instant> which) {
        keeping.writeLock().lock();
        try {
            purges++;
        } finally {
            keeping.writeLock().unlock();
        }
        EntryPurge purge = new EntryPurge(which, entries::remove);
        folders.all().forEach(purge::visit);
        return purge.removed();
    }

    @Override
    public @Nullable Reply find(String key, Predicate<CachedReply> isGood) {
        requireKey(key);
        Instant now = clock.instant();
        Found found = entries.find(key);
        return found != null && isGood.test(found.cached()) ? reuse(key, found, now) : null;
    }

    @Override
    public @Nullable CachedReply findLastGood(String key) {
        requireKey(key);
        Found found = entries.find(key);
        return found == null ? null : new CachedReply(found.cached().reply(), EntryStore.lastGood(found));
    }

    @Override
    public @Nullable Reply findAtOnce(String key, Predicate<CachedReply> isGood) {
        Instant now = clock.instant();
        Found found = entries.findAtOnce(key, now);
        return found != null && isTrusted(found, now) && isGood.test(found.cached())
                ? found.cached().reply().withCacheUse(CacheUse.REUSED)
                : null;
    }

    @Override
    public Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException {
        requireKey(key);
        Instant now = clock.instant();
        Found found = entries.find(key);
        if (found != null && isGood.test(found.cached())) {
            return reuse(key, found, now);
        }
        IndexEntry seen = found == null ? null : found.slot();
        return singleFlight.join(key, () -> make(key, seen, isGood, loader));
    }

    /** Waits for what is being written and leaves the folders; from now on replies are made and not kept. */
    @Override
    public void close() {
        folders.close();
    }

    /**
     * Makes a reply and keeps it, unless another caller did so since this one looked, or another server has it.
     *
     * @param seen the entry that was not good enough; null when there was none
     */
    private Reply make(String key, @Nullable IndexEntry seen, Predicate<CachedReply> isGood, ReplyLoader loader)
            throws ServeException {
        Instant now = clock.instant();
        if (entries.locate(key) != seen) {
            Found found = entries.find(key);
            if (found != null && isGood.test(found.cached())) {
                return reuse(key, found, now);
            }
        }
        int begun = purges;
        SharedReplies others = shared;
        SharedLookup lookup = others.lookUp(key);
        Reply there = lookup.reply();
        if (there != null && isGood.test(new CachedReply(there, now))) {
            // As old as it is, for purges that this server has yet to hear of.
            CachedReply cached = new CachedReply(there, earlier(lookup.made(), now));
            boolean kept = others.updatesLocalCache() && keep(key, cached, now, begun);
            return there.withCacheUse(
                    !kept ? CacheUse.REMOTE_CACHE : seen == null ? CacheUse.REMOTE_CREATED : CacheUse.REMOTE_UPDATED,
                    lookup.server());
        }
        Reply reply = loader.make();
        boolean kept = keep(key, new CachedReply(reply, now), now, begun);
        if (purges == begun) {
            lookup.offer(reply);
        }
        return reply.withCacheUse(!kept ? CacheUse.IGNORED : seen == null ? CacheUse.CREATED : CacheUse.UPDATED);
    }

    /** Keeps a reply unless something has been purged since its making began. */
    private boolean keep(String key, CachedReply cached, Instant now, int begun) {
        keeping.readLock().lock();
        try {
            return purges == begun && entries.keep(key, cached, now);
        } finally {
            keeping.readLock().unlock();
        }
    }

    private static Instant earlier(@Nullable Instant made, Instant now) {
        return made == null || made.isAfter(now) ? now : made;
    }

    private static void requireKey(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits: " + key);
        }
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "understudy-cache-index");
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean isTrusted(Found found, Instant now) {
        return Recency.isRecent(found.cached().validated(), CachedReply.MAX_UNVALIDATED_AGE, now);
    }

    /** A caller that trusts a validation for so long at most has looked at the sources when this one is older. */
    private Reply reuse(String key, Found found, Instant now) {
        entries.used(key, found.slot(), now);
        if (isTrusted(found, now)) {
            return found.cached().reply().withCacheUse(CacheUse.REUSED);
        }
        found.slot().validated(now);
        return found.cached().reply().withCacheUse(CacheUse.VALIDATED);
    }
}
