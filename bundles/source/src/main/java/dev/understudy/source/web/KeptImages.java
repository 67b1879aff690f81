package dev.understudy.source.web;

import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The foreign images on disk, those used last, up to a number of bytes. Safe for many threads. */
final class KeptImages implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptImages.class);

    private final Path folder;
    private final long maxBytes;
    private final Map<SourceKey, KeptImage> images = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private @Nullable Path run;

    /**
     * Keeps no images yet; what an earlier run has left over is removed.
     *
     * @param folder is made when the first image comes
     */
    KeptImages(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        remove(folder);
    }

    /** A new, empty file for an image. */
    synchronized Path newFile() throws IOException {
        if (run == null || !Files.isDirectory(run)) {
            Files.createDirectories(folder);
            run = Files.createTempDirectory(folder, "run");
        }
        return Files.createTempFile(run, "image", "");
    }

    synchronized @Nullable KeptImage find(SourceKey key) {
        return images.get(key);
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
            Iterator<KeptImage> oldest = images.values().iterator();
            while (bytes > maxBytes && images.size() > 1) {
                KeptImage evicted = oldest.next();
                oldest.remove();
                bytes -= evicted.stamp().length();
                unneeded.add(evicted.file());
            }
        }
        unneeded.forEach(KeptImages::delete);
    }

    /** Forgets an image that its server does not have any more. */
    void drop(SourceKey key) {
        KeptImage dropped;
        synchronized (this) {
            dropped = images.remove(key);
            bytes -= dropped == null ? 0 : dropped.stamp().length();
        }
        if (dropped != null) {
            delete(dropped.file());
        }
    }

    synchronized int count() {
        return images.size();
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Deletes a file; whoever has it open can read on. */
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.debug("Deleting {}", file, e);
        }
    }

    /** Removes all that is kept. */
    @Override
    public synchronized void close() {
        images.clear();
        bytes = 0;
        remove(folder);
    }

    private static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
                    delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.debug("Removing {}", folder, e);
        }
    }
}
