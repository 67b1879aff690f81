package dev.understudy.source.web;

import dev.understudy.source.SourceKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The foreign images on disk, those used last, up to a number of bytes; beyond it only those that requests have pinned. Safe for many
 * threads.
 */
final class KeptImages implements AutoCloseable {

    private final ImageFolder folder;
    private final long maxBytes;
    private final Map<SourceKey, KeptImage> images = new LinkedHashMap<>(16, 0.75f, true);
    /** How many requests use or wait for an image. */
    private final Map<SourceKey, Integer> pins = new HashMap<>();
    /** Images that their servers have no more, for requests that had them before. */
    private final Map<SourceKey, KeptImage> dropped = new HashMap<>();

    private long bytes;

    /** Keeps no images yet. */
    KeptImages(ImageFolder folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    synchronized @Nullable KeptImage find(SourceKey key) {
        return images.get(key);
    }

    /** The image to draw: also one that has been dropped after it was pinned. */
    synchronized @Nullable KeptImage findToDraw(SourceKey key) {
        KeptImage kept = images.get(key);
        return kept == null ? dropped.get(key) : kept;
    }

    /** Has an image stay, once it is there, until it is unpinned as often. */
    synchronized void pin(SourceKey key) {
        pins.merge(key, 1, Integer::sum);
    }

    /** Lets an image go that has been pinned. */
    void unpin(SourceKey key) {
        List<Path> unneeded = new ArrayList<>();
        synchronized (this) {
            if (pins.merge(key, -1, Integer::sum) == 0) {
                pins.remove(key);
                KeptImage gone = dropped.remove(key);
                if (gone != null) {
                    unneeded.add(gone.file());
                }
                forgetUnkept(key, unneeded);
                evict(unneeded);
            }
        }
        unneeded.forEach(ImageFolder::delete);
    }

    /** Forgets an image that its server wants nobody to keep, now that it has been used; guarded by this. */
    private void forgetUnkept(SourceKey key, List<Path> unneeded) {
        KeptImage image = images.get(key);
        if (image != null && image.freshness().keepers() == AnswerFreshness.Keepers.NOBODY) {
            images.remove(key);
            bytes -= image.stamp().length();
            unneeded.add(image.file());
        }
    }

    /** Keeps an image, in the place of an earlier one of the same URL; the one just fetched stays, however large it is. */
    void put(SourceKey key, KeptImage image) {
        List<Path> unneeded = new ArrayList<>();
        synchronized (this) {
            KeptImage before = images.put(key, image);
            bytes += image.stamp().length();
            if (before != null) {
                bytes -= before.stamp().length();
                if (!before.file().equals(image.file())) {
                    unneeded.add(before.file());
                }
            }
            if (!pins.containsKey(key)) {
                // whoever wanted it has gone
                forgetUnkept(key, unneeded);
            }
            evict(unneeded);
        }
        unneeded.forEach(ImageFolder::delete);
    }

    /** Forgets those used longest ago, as many as are too many; guarded by this. */
    private void evict(List<Path> unneeded) {
        Iterator<Map.Entry<SourceKey, KeptImage>> oldest = images.entrySet().iterator();
        for (int left = images.size(); bytes > maxBytes && left > 1; left--) {
            Map.Entry<SourceKey, KeptImage> next = oldest.next();
            if (!pins.containsKey(next.getKey())) {
                bytes -= next.getValue().stamp().length();
                unneeded.add(next.getValue().file());
                oldest.remove();
            }
        }
    }

    /** Forgets an image that its server does not have any more. */
    void drop(SourceKey key) {
        KeptImage unneeded;
        synchronized (this) {
            unneeded = images.remove(key);
            bytes -= unneeded == null ? 0 : unneeded.stamp().length();
            if (unneeded != null && pins.containsKey(key)) {
                unneeded = dropped.put(key, unneeded);
            }
        }
        if (unneeded != null) {
            ImageFolder.delete(unneeded.file());
        }
    }

    synchronized int count() {
        return images.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Removes all that is kept. */
    @Override
    public synchronized void close() {
        images.clear();
        dropped.clear();
        bytes = 0;
        folder.clear();
    }
}
