package dev.understudy.cache.disk;

import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.cache.format.EntryFormat;
import dev.understudy.observe.Recency;
import dev.understudy.serve.Body;
import dev.understudy.serve.ReplyCache.CachedReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kept replies: in memory, in the folders, and in the index of both. */
final class EntryStore {

    /** A kept reply and its place. */
    record Found(IndexEntry slot, CachedReply cached) {}

    /** How exactly a file's time tells when it was used. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(EntryStore.class);

    private final CacheFolders folders;
    private final Index index;
    private final MemoryTier memory;
    private final long maxBytes;

    EntryStore(CacheFolders folders, Index index, MemoryTier memory, long maxBytes) {
        this.folders = folders;
        this.index = index;
        this.memory = memory;
        this.maxBytes = maxBytes;
    }

    /** The place of an entry; it changes when the entry is written anew. Null when there is none. */
    @Nullable
    IndexEntry locate(String key) {
        IndexEntry known = index.use(key);
        if (known != null) {
            return known;
        }
        IndexEntry unknown = folders.findUnscanned(key);
        if (unknown != null) {
            discard(index.put(key, unknown));
        }
        return unknown;
    }

    /** A kept reply; null when there is none, or when its file is damaged, which is deleted then. */
    @Nullable
    Found find(String key) {
        IndexEntry entry = locate(key);
        if (entry == null) {
            return null;
        }
        CachedReply cached = memory.get(key, entry);
        if (cached == null) {
            cached = read(key, entry);
        }
        if (cached == null) {
            return null;
        }
        return found(entry, cached);
    }

    /** Notes that an entry has been used, and so was good; its file's time tells that to later runs. */
    void used(String key, IndexEntry entry, Instant now) {
        if (isToBeTouched(entry, now)) {
            entry.touched(now);
            entry.folder().touch(key, now);
        }
    }

    /** A kept reply that is in memory; null when there is none, or when its file is to be touched. */
    @Nullable
    Found findAtOnce(String key, Instant now) {
        IndexEntry entry = index.use(key);
        if (entry == null || isToBeTouched(entry, now)) {
            return null;
        }
        CachedReply cached = memory.get(key, entry);
        return cached == null ? null : found(entry, cached);
    }

    /**
     * Keeps a reply if that is possible.
     *
     * @param cached with the time when its making began
     * @param now when it was found good
     */
    boolean keep(String key, CachedReply cached, Instant now) {
        if (cached.reply().digest() == null || !(cached.reply().body() instanceof Body.Bytes body)) {
            return false;
        }
        byte[] head = EntryFormat.head(key, cached, body.bytes());
        long bytes = head.length + body.length();
        if (bytes > maxBytes) {
            return false;
        }
        CacheFolder folder = folders.write(key, head, body.bytes());
        if (folder == null) {
            return false;
        }
        IndexEntry entry = new IndexEntry(folder, bytes, now);
        entry.validated(now);
        memory.put(key, entry, cached);
        discard(index.put(key, entry));
        return true;
    }

    /** Removes the entry of a key in a folder; false when its file cannot be deleted. */
    boolean remove(CacheFolder folder, String key) {
        IndexEntry known = index.use(key);
        if (known != null && known.folder() == folder) {
            index.remove(key, known);
        }
        memory.remove(key);
        return folder.delete(key);
    }

    private void discard(List<Index.KeyedEntry> gone) {
        for (Index.KeyedEntry entry : gone) {
            memory.remove(entry.key());
            entry.delete();
        }
    }

    private @Nullable CachedReply read(String key, IndexEntry entry) {
        CacheFolder folder = entry.folder();
        try {
            CachedReply cached = EntryFormat.read(key, folder.read(key));
            memory.put(key, entry, cached);
            return cached;
        } catch (CorruptEntryException e) {
            LOG.warn("The response cache's entry {} in {} is {} and is made anew", key, folder, e.getMessage());
            index.remove(key, entry);
            folder.delete(key);
        } catch (IOException e) {
            LOG.debug("The response cache's entry {} in {} cannot be read", key, folder, e);
            if (folder.find(key) == null) {
                index.remove(key, entry);
            }
        }
        return null;
    }

    private static boolean isToBeTouched(IndexEntry entry, Instant now) {
        return !Recency.isRecent(entry.touched(), TOUCH_EVERY, now);
    }

    /** When an entry was last known to be good: when it was made, validated, or used at all. */
    static Instant lastGood(Found found) {
        Instant used = found.slot().touched();
        Instant validated = found.cached().validated();
        return used.isAfter(validated) ? used : validated;
    }

    private static Found found(IndexEntry entry, CachedReply cached) {
        Instant validated = entry.validated();
        return new Found(entry, validated == null ? cached : new CachedReply(cached.reply(), validated));
    }
}
