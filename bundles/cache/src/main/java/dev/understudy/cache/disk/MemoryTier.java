package dev.understudy.cache.disk;

import dev.understudy.serve.ReplyCache.CachedReply;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most recently used of the small entries, so that hits on them read no disk. Safe for many threads. */
final class MemoryTier {

    private record MemoryEntry(IndexEntry slot, CachedReply cached) {

        /** Bytes that an entry takes besides its body, roughly. */
        private static final long OVERHEAD = 1024;

        long bytes() {
            return cached.reply().body().length() + OVERHEAD;
        }
    }

    /** One entry may take this part of the whole. */
    private static final int SHARE = 16;

    private final long maxBytes;
    private final Map<String, MemoryEntry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    MemoryTier(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The entry of a key, if it is still the one that the index knows. */
    synchronized @Nullable CachedReply get(String key, IndexEntry slot) {
        MemoryEntry entry = entries.get(key);
        return entry != null && entry.slot() == slot ? entry.cached() : null;
    }

    synchronized void put(String key, IndexEntry slot, CachedReply cached) {
        remove(key);
        MemoryEntry entry = new MemoryEntry(slot, cached);
        if (entry.bytes() > maxBytes / SHARE) {
            return;
        }
        entries.put(key, entry);
        bytes += entry.bytes();
        Iterator<MemoryEntry> eldest = entries.values().iterator();
        while (bytes > maxBytes) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    synchronized void remove(String key) {
        MemoryEntry entry = entries.remove(key);
        if (entry != null) {
            bytes -= entry.bytes();
        }
    }
}
