package dev.understudy.engine.save;

import dev.understudy.engine.settings.SaveQuota;
import dev.understudy.observe.Recency;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps what is saved within the quota of each catalog's folder. A folder is counted when something is saved in it first, and again after a
 * while, since others may add and delete files; in between, what is saved is added to the last count.
 */
final class SaveQuotas {

    /** For how long a count is believed that leaves room. */
    private static final Duration BELIEVED = Duration.ofMinutes(1);

    /** For how long one is believed that leaves none: whoever deletes files need not wait. */
    private static final Duration BELIEVED_FULL = Duration.ofSeconds(30);

    private static final long MEGABYTE = 1_000_000;

    private final SaveQuota quota;
    private final InstantSource clock;
    private final Map<Object, Count> counts = new HashMap<>();

    /** What was counted, and when. */
    private record Count(FolderUse use, Instant time) {

        boolean isOlderThan(Duration age, Instant now) {
            return !Recency.isRecent(time, age, now);
        }
    }

    SaveQuotas(SaveQuota quota, InstantSource clock) {
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * Takes room for a file, before it is written.
     *
     * @param folder that of the catalog
     * @param added what the file adds to it, less what it takes the place of
     * @throws FileSystemException when there is no room; its reason names the setting
     */
    synchronized void take(SaveFolder folder, FolderUse added) throws IOException {
        if (!quota.limits()) {
            return;
        }
        Object key = key(folder);
        Instant now = clock.instant();
        Count count = counts.get(key);
        if (count == null || count.isOlderThan(BELIEVED, now)) {
            count = new Count(folder.use(), now);
        }
        if (!fits(count.use, added) && count.isOlderThan(BELIEVED_FULL, now)) {
            count = new Count(folder.use(), now);
        }
        if (!fits(count.use, added)) {
            counts.put(key, count);
            throw new FileSystemException("", null, reason(count.use));
        }
        counts.put(key, new Count(count.use.plus(added), count.time));
    }

    /** Gives room back for a file that has not been written after all. */
    synchronized void giveBack(SaveFolder folder, FolderUse added) throws IOException {
        counts.computeIfPresent(key(folder), (key, count) -> new Count(count.use.minus(added), count.time));
    }

    /** What tells the folder from others; where the system has no such thing, all folders count as one. */
    private static Object key(SaveFolder folder) throws IOException {
        Object key = folder.key();
        return key == null ? "" : key;
    }

    /** Whether there is room; what makes nothing larger always has it. */
    private boolean fits(FolderUse use, FolderUse added) {
        FolderUse all = use.plus(added);
        return (quota.bytes() == 0 || added.bytes() <= 0 || all.bytes() <= quota.bytes())
                && (quota.files() == 0 || added.files() <= 0 || all.files() <= quota.files());
    }

    private String reason(FolderUse use) {
        return "the catalog's folder is full: it has " + use.files() + " files of "
                + (use.bytes() + MEGABYTE - 1) / MEGABYTE + " MB (saveToFile.maxFiles, saveToFile.maxSize in"
                + " dev.understudy.engine)";
    }
}
