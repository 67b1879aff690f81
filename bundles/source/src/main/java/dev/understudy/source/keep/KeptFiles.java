package dev.understudy.source.keep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files of other servers on disk, those used last, up to a number of bytes; beyond it only those that requests have pinned. Safe for many
 * threads.
 */
public final class KeptFiles implements AutoCloseable {

    private final KeptFolder folder;
    private final long maxBytes;
    private final Map<String, FetchedFile> files = new LinkedHashMap<>(16, 0.75f, true);
    /** How many requests use or wait for a file. */
    private final Map<String, Integer> pins = new HashMap<>();
    /** Files that their servers have no more, for requests that had them before; and those whose place others have taken. */
    private final Map<String, List<FetchedFile>> dropped = new HashMap<>();

    private long bytes;
    private boolean closed;

    /** Keeps no files yet. */
    public KeptFiles(KeptFolder folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** The file as it was fetched last; null for none. */
    public synchronized @Nullable FetchedFile find(String id) {
        return files.get(id);
    }

    /** The file to read: also one that has been dropped after it was pinned. */
    public synchronized @Nullable FetchedFile findToDraw(String id) {
        FetchedFile kept = files.get(id);
        List<FetchedFile> before = dropped.getOrDefault(id, List.of());
        return kept != null || before.isEmpty() ? kept : before.get(before.size() - 1);
    }

    /** Has a file stay, once it is there, until it is unpinned as often. */
    public synchronized void pin(String id) {
        pins.merge(id, 1, Integer::sum);
    }

    /** Whether a request uses a file or waits for it. */
    public synchronized boolean isPinned(String id) {
        return pins.containsKey(id);
    }

    /** Lets a file go that has been pinned. */
    public void unpin(String id) {
        List<Path> unneeded = new ArrayList<>();
        synchronized (this) {
            if (pins.merge(id, -1, Integer::sum) == 0) {
                pins.remove(id);
                dropped.getOrDefault(id, List.of()).forEach(gone -> unneeded.add(gone.file()));
                dropped.remove(id);
                forgetUnkept(id, unneeded);
                evict(unneeded);
            }
        }
        unneeded.forEach(KeptFolder::delete);
    }

    /** Forgets a file that its server wants nobody to keep, now that it has been used; guarded by this. */
    private void forgetUnkept(String id, List<Path> unneeded) {
        FetchedFile kept = files.get(id);
        if (kept != null && kept.freshness().keepers() == KeptFreshness.Keepers.NOBODY) {
            files.remove(id);
            bytes -= kept.bytes();
            unneeded.add(kept.file());
        }
    }

    /** Keeps a file, in the place of an earlier one of the same URL; the one just fetched stays, however large it is. */
    public void put(String id, FetchedFile kept) {
        List<Path> unneeded = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                // what is not noted is removed with the folder, and what is may be another run's by now
                return;
            }
            FetchedFile before = files.put(id, kept);
            bytes += kept.bytes();
            if (before != null) {
                bytes -= before.bytes();
                if (!before.file().equals(kept.file())) {
                    leave(id, before, unneeded);
                }
            }
            if (!pins.containsKey(id)) {
                // whoever wanted it has gone
                forgetUnkept(id, unneeded);
            }
            evict(unneeded);
        }
        unneeded.forEach(KeptFolder::delete);
    }

    /** Lets a file go at once, or when nobody uses it any more; guarded by this. */
    private void leave(String id, FetchedFile gone, List<Path> unneeded) {
        if (pins.containsKey(id)) {
            KeptFolder.forget(gone.file());
            dropped.computeIfAbsent(id, key -> new ArrayList<>()).add(gone);
        } else {
            unneeded.add(gone.file());
        }
    }

    /** Forgets those used longest ago, as many as are too many; guarded by this. */
    private void evict(List<Path> unneeded) {
        Iterator<Map.Entry<String, FetchedFile>> oldest = files.entrySet().iterator();
        for (int left = files.size(); bytes > maxBytes && left > 1; left--) {
            Map.Entry<String, FetchedFile> next = oldest.next();
            if (!pins.containsKey(next.getKey())) {
                bytes -= next.getValue().bytes();
                unneeded.add(next.getValue().file());
                oldest.remove();
            }
        }
    }

    /**
     * Takes note that more of a file has come.
     *
     * @param count how many bytes
     */
    public void grown(String id, KeptBlocks parts, long count) {
        List<Path> unneeded = new ArrayList<>();
        synchronized (this) {
            parts.grow(count);
            FetchedFile kept = files.get(id);
            if (kept != null && kept.parts() == parts) {
                bytes += count;
                evict(unneeded);
            }
        }
        unneeded.forEach(KeptFolder::delete);
    }

    /** Has the server of a file be asked about it before it is used again. */
    public synchronized void expire(String id, KeptBlocks parts) {
        FetchedFile kept = files.get(id);
        if (kept != null && kept.parts() == parts) {
            files.put(id, kept.expired());
        }
    }

    /** Forgets a file that is no longer on disk, unless another has taken its place. */
    public synchronized void dropLost(String id, FetchedFile lost) {
        FetchedFile kept = files.get(id);
        if (kept != null && kept.file().equals(lost.file())) {
            drop(id);
        }
    }

    /** Forgets a file that its server does not have any more. */
    public void drop(String id) {
        List<Path> unneeded = new ArrayList<>();
        synchronized (this) {
            FetchedFile gone = files.remove(id);
            if (gone != null) {
                bytes -= gone.bytes();
                leave(id, gone, unneeded);
            }
        }
        unneeded.forEach(KeptFolder::delete);
    }

    /** How many files are kept. */
    public synchronized int count() {
        return files.size();
    }

    /** How many bytes they take. */
    public synchronized long bytes() {
        return bytes;
    }

    /** Ends keeping; what is on disk is the folder's business. */
    @Override
    public synchronized void close() {
        closed = true;
        files.clear();
        dropped.clear();
        bytes = 0;
        folder.close();
    }
}
