package dev.understudy.cache.disk;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All entries, least recently used first, within the limits. Safe for many threads. */
final class Index {

    /** An entry that is known or that had to go. */
    record KeyedEntry(String key, IndexEntry slot) {

        void delete() {
            slot.folder().delete(key);
        }
    }

    private final long maxBytes;
    private final int maxEntries;
    private Map<String, IndexEntry> entries = newMap();
    private long bytes;
    private long evictions;

    Index(long maxBytes, int maxEntries) {
        this.maxBytes = maxBytes;
        this.maxEntries = maxEntries;
    }

    /** The entry of a key, which becomes the most recently used. */
    synchronized @Nullable IndexEntry use(String key) {
        return entries.get(key);
    }

    /** Adds or replaces an entry as the most recently used; the answer is the entries whose files are to be deleted. */
    synchronized List<KeyedEntry> put(String key, IndexEntry entry) {
        List<KeyedEntry> gone = new ArrayList<>();
        add(key, entry, gone);
        evict(gone);
        return gone;
    }

    /**
     * Adds entries of an earlier run, all of them less recently used than those of this one.
     *
     * @param found the least recently used first
     * @return the entries whose files are to be deleted
     */
    synchronized List<KeyedEntry> addOlder(List<KeyedEntry> found) {
        List<KeyedEntry> gone = new ArrayList<>();
        Map<String, IndexEntry> newer = entries;
        entries = newMap();
        bytes = 0;
        for (KeyedEntry entry : found) {
            add(entry.key(), entry.slot(), gone);
        }
        newer.forEach((key, slot) -> add(key, slot, gone));
        evict(gone);
        return gone;
    }

    /** Forgets an entry unless it has been replaced. */
    synchronized void remove(String key, IndexEntry entry) {
        if (entries.remove(key, entry)) {
            bytes -= entry.bytes();
        }
    }

    /** Forgets all entries of a folder. */
    synchronized void forget(CacheFolder folder) {
        entries.values().removeIf(entry -> entry.folder() == folder);
        bytes = entries.values().stream().mapToLong(IndexEntry::bytes).sum();
    }

    synchronized int size() {
        return entries.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Returns how many entries had to go so that others fit. */
    synchronized long evictions() {
        return evictions;
    }

    private void add(String key, IndexEntry entry, List<KeyedEntry> gone) {
        IndexEntry before = entries.put(key, entry);
        bytes += entry.bytes();
        if (before != null) {
            bytes -= before.bytes();
            if (before.folder() != entry.folder()) {
                gone.add(new KeyedEntry(key, before));
            }
        }
    }

    private void evict(List<KeyedEntry> gone) {
        Iterator<Map.Entry<String, IndexEntry>> eldest = entries.entrySet().iterator();
        while (bytes > maxBytes || entries.size() > maxEntries) {
            Map.Entry<String, IndexEntry> entry = eldest.next();
            bytes -= entry.getValue().bytes();
            evictions++;
            gone.add(new KeyedEntry(entry.getKey(), entry.getValue()));
            eldest.remove();
        }
    }

    private static Map<String, IndexEntry> newMap() {
        return new LinkedHashMap<>(16, 0.75f, true);
    }
}
