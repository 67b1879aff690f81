package dev.understudy.levels.file;

import dev.understudy.observe.Recency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The levels of a folder by use, within the limit of their size. */
final class LevelIndex {

    /** How exactly the folder remembers when a level was used. */
    private static final Duration EXACTNESS = Duration.ofMinutes(1);

    private final long maxBytes;
    private Map<String, KeptFile> files = newMap();
    private long bytes;

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
        return evicted();
    }

    /** Adds the levels of an earlier run, the least recently used first, as less recently used than all others; the answer is what has to go. */
    synchronized List<String> addOlder(Map<String, KeptFile> found) {
        Map<String, KeptFile> newer = files;
        files = newMap();
        bytes = 0;
        found.forEach(this::add);
        newer.forEach(this::add);
        return evicted();
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
        bytes -= file == null ? 0 : file.bytes;
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
        bytes += file.bytes - (before == null ? 0 : before.bytes);
    }

    private List<String> evicted() {
        List<String> gone = new ArrayList<>();
        Iterator<Map.Entry<String, KeptFile>> eldest = files.entrySet().iterator();
        while (bytes > maxBytes && eldest.hasNext()) {
            Map.Entry<String, KeptFile> entry = eldest.next();
            bytes -= entry.getValue().bytes;
            gone.add(entry.getKey());
            eldest.remove();
        }
        return gone;
    }

    private static Map<String, KeptFile> newMap() {
        return new LinkedHashMap<>(16, 0.75f, true);
    }
}
