package dev.understudy.levels.file;

import dev.understudy.observe.Recency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The levels of a folder by use, within the limit of their size. Sources at their full size may have what others leave over; where there is no room
 * for all, they are the first to go until they have half, so that whoever zooms into many sources does not cost the others their levels.
 */
final class LevelIndex {

    /** How exactly the folder remembers when a level was used. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final long maxBytes;
    private Map<String, KeptFile> files = newMap();
    private long bytes;
    private long fullSizeBytes;

    /**
     * A file of the folder.
     *
     * @param bytes its length
     * @param used when it was used last, as the folder has it
     */
    record KeptFile(long bytes, Instant used) {}

    LevelIndex(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds or replaces a level as the most recently used; the answer is what has to go. */
    synchronized List<String> put(String name, KeptFile file) {
        add(name, file);
        return evicted(name);
    }

    /** The bytes that sources at their full size may have where there is no room for all. */
    long fullSizeShare() {
        return maxBytes / 2;
    }

    /** Whether one more source at its full size has none go but such as are no full size or beyond their share. */
    synchronized boolean hasRoomForFullSize(long more) {
        return bytes + more <= maxBytes || fullSizeBytes + more <= fullSizeShare();
    }

    /** Adds the levels of an earlier run, the least recently used first, as less recently used than all others; the answer is what has to go. */
    synchronized List<String> addOlder(Map<String, KeptFile> found) {
        Map<String, KeptFile> newer = files;
        files = newMap();
        bytes = 0;
        fullSizeBytes = 0;
        found.forEach(this::add);
        newer.forEach(this::add);
        return evicted("");
    }

    /** Notes a use; whether the folder is to note it, too. */
    synchronized boolean use(String name, Instant now) {
        KeptFile file = files.get(name);
        if (file == null || Recency.isRecent(file.used, EXACTNESS, now)) {
            return false;
        }
        files.put(name, new KeptFile(file.bytes, now));
        return true;
    }

    synchronized void remove(String name) {
        KeptFile file = files.remove(name);
        if (file != null) {
            count(name, -file.bytes);
        }
    }

    synchronized boolean has(String name) {
        return files.containsKey(name);
    }

    synchronized int size() {
        return files.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    private void add(String name, KeptFile file) {
        KeptFile before = files.put(name, file);
        count(name, file.bytes - (before == null ? 0 : before.bytes));
    }

    private void count(String name, long more) {
        bytes += more;
        fullSizeBytes += LevelName.isFullSize(name) ? more : 0;
    }

    /** Removes what there is no room for: full sizes beyond their share first. */
    private List<String> evicted(String newest) {
        List<String> gone = new ArrayList<>();
        evict(gone, name -> LevelName.isFullSize(name) && fullSizeBytes > fullSizeShare() && !name.equals(newest));
        evict(gone, name -> true);
        return gone;
    }

    private void evict(List<String> gone, Predicate<String> which) {
        Iterator<Map.Entry<String, KeptFile>> eldest = files.entrySet().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            Map.Entry<String, KeptFile> entry = eldest.next();
            if (which.test(entry.getKey())) {
                eldest.remove();
                count(entry.getKey(), -entry.getValue().bytes);
                gone.add(entry.getKey());
            }
        }
    }

    private static Map<String, KeptFile> newMap() {
        return new LinkedHashMap<>(16, 0.75f, true);
    }
}
