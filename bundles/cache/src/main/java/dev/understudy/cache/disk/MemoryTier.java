package dev.understudy.cache.disk;

import dev.understudy.serve.ReplyCache.Kept;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The most recently used of the small entries, so that hits on them read no disk. Safe for many threads. */
final class MemoryTier {

    private record Entry(Slot slot, Kept kept) {

        /** What an entry takes besides its body, roughly. */
        private static final long OVERHEAD = 1024;

        long bytes() {
            return kept.reply().body().length() + OVERHEAD;
        }
    }

    /** One entry may take this part of the whole. */
    private static final int SHARE = 16;

    private final long maxBytes;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    MemoryTier(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** The entry of a key, if it is still the one that the index knows. */
    synchronized @Nullable Kept get(String key, Slot slot) {
        Entry entry = entries.get(key);
        return entry != null && entry.slot() == slot ? entry.kept() : null;
    }

    synchronized void put(String key, Slot slot, Kept kept) {
        remove(key);
        Entry entry = new Entry(slot, kept);
        if (entry.bytes() > maxBytes / SHARE) {
            return;
        }
        entries.put(key, entry);
        bytes += entry.bytes();
        Iterator<Entry> eldest = entries.values().iterator();
        while (bytes > maxBytes) {
            bytes -= eldest.next().bytes();
            eldest.remove();
        }
    }

    synchronized void remove(String key) {
        Entry entry = entries.remove(key);
        if (entry != null) {
            bytes -= entry.bytes();
        }
    }
}
