package dev.understudy.engine.warm;

import dev.understudy.engine.codec.Edition;
import dev.understudy.engine.work.SpareCapacity;
import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.Decoder;
import dev.understudy.image.IdleProcessors;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import dev.understudy.image.SourceLevels;
import dev.understudy.observe.ServingListeners;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Levels in memory, cut in the slow and obvious way. */
public final class MemoryLevels implements SourceLevels {

    public final Map<LevelKey, Pixels> kept = new ConcurrentHashMap<>();
    public final Map<IndexKey, byte[]> indexes = new ConcurrentHashMap<>();
    public long fullSizePixels;
    public long zoomPixels;
    long maxBytes = Long.MAX_VALUE;
    boolean writable = true;
    boolean crowded;
    Runnable duringPurge = () -> {};
    public final AtomicInteger found = new AtomicInteger();

    /** Sources of which levels are made by what a supplier leaves over. */
    public static WarmSources warm(SourceAccess sources, List<Decoder> decoders) {
        return new WarmSources(
                Edition.of("1"),
                new LevelMaker(task(sources, decoders, 1L << 30, () -> 1L << 30), InstantSource.system()),
                IdleProcessors.NONE,
                new ServingListeners());
    }

    static LevelTask task(SourceAccess sources, List<Decoder> decoders, long maxMemory, FreeMemory free) {
        return new LevelTask(
                sources,
                decoders,
                1 << 30,
                maxMemory,
                () -> new SpareCapacity(true, 1, free.bytes()),
                InstantSource.system());
    }

    /** Says what requests leave over. */
    interface FreeMemory {
        long bytes();
    }

    @Override
    public boolean accepts(ImageInfo info) {
        return true;
    }

    @Override
    public boolean isWritable() {
        return writable;
    }

    @Override
    public FullSize fullSize(ImageInfo info) {
        return info.area() <= fullSizePixels
                ? FullSize.ALWAYS
                : info.area() > zoomPixels
                        ? FullSize.NEVER
                        : crowded ? FullSize.WHEN_NEEDED_AGAIN : FullSize.WHEN_NEEDED;
    }

    @Override
    public boolean hasIndex(IndexKey key) {
        return indexes.containsKey(key);
    }

    @Override
    public byte @Nullable [] findIndex(IndexKey key) {
        byte[] index = indexes.get(key);
        if (index != null) {
            found.incrementAndGet();
        }
        return index;
    }

    @Override
    public boolean keepIndex(IndexKey key, byte[] index) {
        indexes.put(key, index);
        return true;
    }

    @Override
    public void discardIndex(IndexKey key) {
        indexes.remove(key);
    }

    @Override
    public int purge(Predicate<SourceKey> which) {
        duringPurge.run();
        int before = kept.size() + indexes.size();
        kept.keySet().removeIf(key -> which.test(key.stamp().key()));
        indexes.keySet().removeIf(key -> which.test(key.stamp().key()));
        return before - kept.size() - indexes.size();
    }

    @Override
    public boolean has(LevelKey key) {
        return kept.containsKey(key);
    }

    @Override
    public @Nullable Pixels find(LevelKey key, DecodedPart part) {
        Pixels level = kept.get(key);
        if (level == null) {
            return null;
        }
        found.incrementAndGet();
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : level.planes()) {
            planes.add(cut(level, plane, part));
        }
        Plane alpha = level.alpha();
        return new Pixels(level.samples(), planes, alpha == null ? null : cut(level, alpha, part), level.profile());
    }

    private static Plane cut(Pixels level, Plane plane, DecodedPart part) {
        int byX = (level.width() + plane.width() - 1) / plane.width();
        int byY = (level.height() + plane.height() - 1) / plane.height();
        int left = part.region().x() / part.reduction() / byX;
        int top = part.region().y() / part.reduction() / byY;
        int width = Math.min(plane.width() - left, up(up(part.region().width(), part.reduction()), byX));
        int height = Math.min(plane.height() - top, up(up(part.region().height(), part.reduction()), byY));
        Plane cut = Plane.blank(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                cut.samples()[y * width + x] = (byte) plane.at(left + x, top + y);
            }
        }
        return cut;
    }

    private static int up(int value, int by) {
        return (value + by - 1) / by;
    }

    @Override
    public boolean keep(LevelKey key, Decoded level) {
        kept.put(key, level.pixels());
        return true;
    }

    @Override
    public LevelFigures figures() {
        return new LevelFigures(kept.size(), 0, maxBytes, found.get(), 0);
    }
}
