package dev.understudy.cache.disk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The index's knowledge of an entry; another one takes its place when the entry is written anew. */
final class IndexEntry {

    private final CacheFolder folder;
    private final long bytes;
    private volatile Instant touched;
    private volatile @Nullable Instant validated;

    /**
     * A new slot.
     *
     * @param folder where its file is
     * @param bytes length of the file
     * @param touched the file's time, which orders entries by use after a restart
     */
    IndexEntry(CacheFolder folder, long bytes, Instant touched) {
        this.folder = folder;
        this.bytes = bytes;
        this.touched = touched;
    }

    CacheFolder folder() {
        return folder;
    }

    long bytes() {
        return bytes;
    }

    Instant touched() {
        return touched;
    }

    void touched(Instant time) {
        touched = time;
    }

    /** When the entry was found good since it was written, null for not since then. */
    @Nullable
    Instant validated() {
        return validated;
    }

    void validated(Instant time) {
        validated = time;
    }
}
