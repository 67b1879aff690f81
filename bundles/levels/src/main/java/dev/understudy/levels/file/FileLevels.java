package dev.understudy.levels.file;

import dev.understudy.image.Decoded;
import dev.understudy.image.DecodedPart;
import dev.understudy.image.ImageInfo;
import dev.understudy.image.Pixels;
import dev.understudy.image.SourceLevels;
import dev.understudy.observe.Recency;
import dev.understudy.source.SourceKey;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps levels as files in a folder, the least recently used going first. Every byte that is given has been compared with a checksum;
 * a file that is not what it should be is deleted. Files are read by streams of java.io, as a channel closes when its thread is
 * interrupted, and not mapped, as a mapped file that somebody cuts ends the process.
 */
public final class FileLevels implements SourceLevels, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileLevels.class);

    /** How long a folder that could not be written is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final LevelSettings settings;
    private final @Nullable LevelFolder folder;
    private final LevelIndex index;
    private final InstantSource clock;
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();
    private volatile @Nullable Instant failed;
    private volatile boolean indexed;
    private volatile boolean closed;

    /** Reads what a file has; null when it does not have what is wanted. */
    private interface FileReading<T> {
        @Nullable
        T read(RandomAccessFile file) throws IOException;
    }

    private FileLevels(LevelSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        folder = settings.folder().map(LevelFolder::new).orElse(null);
        index = new LevelIndex(settings.maxBytes());
    }

    /** Begins to keep levels; those of an earlier run are there at once, and counted in the background. */
    public static FileLevels open(LevelSettings settings) {
        return open(settings, FileLevels::startThread, InstantSource.system());
    }

    /**
     * As above.
     *
     * @param background reads the folder
     */
    static FileLevels open(LevelSettings settings, Executor background, InstantSource clock) {
        FileLevels levels = new FileLevels(settings, clock);
        if (levels.folder != null) {
            LevelFolder folder = levels.folder;
            background.execute(() -> levels.load(folder));
        }
        return levels;
    }

    @Override
    public boolean accepts(ImageInfo info) {
        return folder != null && !closed && info.area() >= settings.minPixels();
    }

    /** Not while the folder is left alone: a level that is made then is lost. */
    @Override
    public boolean isWritable() {
        return folder != null && !closed && !isPaused(clock.instant());
    }

    @Override
    public FullSize fullSize(ImageInfo info) {
        if (info.area() <= settings.fullSizePixels()) {
            return FullSize.ALWAYS;
        }
        long bytes = info.area() + info.area() / 2;
        if (info.area() > settings.zoomPixels() || bytes > index.fullSizeShare()) {
            return FullSize.NEVER;
        }
        return index.hasRoomForFullSize(bytes) ? FullSize.WHEN_NEEDED : FullSize.WHEN_NEEDED_AGAIN;
    }

    private boolean isPaused(Instant now) {
        Instant last = failed;
        return last != null && Recency.isRecent(last, PAUSE, now);
    }

    @Override
    public boolean has(LevelKey key) {
        return has(LevelName.of(key));
    }

    @Override
    public boolean hasIndex(IndexKey key) {
        return has(LevelName.of(key));
    }

    private boolean has(LevelName name) {
        return folder != null && !closed && has(folder, name.file());
    }

    private boolean has(LevelFolder files, String name) {
        return index.has(name) || !indexed && Files.exists(files.file(name));
    }

    @Override
    public @Nullable Pixels find(LevelKey key, DecodedPart part) {
        LevelName name = LevelName.of(key);
        return find(name, file -> new LevelReader(file).read(name.text(), part));
    }

    @Override
    public byte @Nullable [] findIndex(IndexKey key) {
        LevelName name = LevelName.of(key);
        return find(name, file -> IndexFormat.read(name.text(), file));
    }

    private <T> @Nullable T find(LevelName name, FileReading<T> reading) {
        if (folder == null || closed || !has(folder, name.file())) {
            return null;
        }
        T content = read(folder, name, reading);
        if (content != null) {
            found.incrementAndGet();
            Instant now = clock.instant();
            if (index.use(name.file(), now)) {
                folder.touch(name.file(), now);
            }
        }
        return content;
    }

    private <T> @Nullable T read(LevelFolder files, LevelName name, FileReading<T> reading) {
        try (RandomAccessFile file =
                new RandomAccessFile(files.file(name.file()).toFile(), "r")) {
            return reading.read(file);
        } catch (FileNotFoundException e) {
            index.remove(name.file());
            LOG.debug("Gone", e);
        } catch (DamagedLevelException e) {
            discard(files, name, e.getMessage());
        } catch (IOException e) {
            LOG.warn("The level {} cannot be read: {}", files.file(name.file()), e.toString());
        }
        return null;
    }

    private void discard(LevelFolder files, LevelName name, @Nullable String reason) {
        damaged.incrementAndGet();
        index.remove(name.file());
        files.delete(name.file());
        LOG.warn("The level {} is thrown away: it is {}", files.file(name.file()), reason);
    }

    @Override
    public void discardIndex(IndexKey key) {
        LevelName name = LevelName.of(key);
        if (folder != null && !closed && has(folder, name.file())) {
            discard(folder, name, "an index of other codes than those of the source");
        }
    }

    @Override
    public boolean keep(LevelKey key, Decoded level) {
        LevelName name = LevelName.of(key);
        try {
            LevelHeader header = LevelHeader.of(name.text(), level.pixels());
            return keep(name, LevelFormat.length(header), out -> LevelFormat.write(out, header, level.pixels()));
        } catch (IOException e) {
            throw new UncheckedIOException("a header in memory", e);
        }
    }

    @Override
    public boolean keepIndex(IndexKey key, byte[] content) {
        LevelName name = LevelName.of(key);
        try {
            byte[] bytes = IndexFormat.write(name.text(), content);
            return keep(name, bytes.length, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    private boolean keep(LevelName name, long length, LevelFolder.LevelContent content) {
        LevelFolder files = folder;
        Instant now = clock.instant();
        if (files == null || closed || isPaused(now) || length > settings.maxBytes()) {
            return false;
        }
        try {
            files.write(name.file(), content);
            index.put(name.file(), new LevelIndex.KeptFile(length, now)).forEach(files::delete);
            return true;
        } catch (IOException e) {
            failed = now;
            LOG.warn(
                    "Levels of sources cannot be written ({}): sources are decoded; trying again after {} s",
                    e,
                    PAUSE.toSeconds());
            return false;
        }
    }

    @Override
    public int purge(Predicate<SourceKey> which) {
        LevelFolder files = folder;
        if (files == null || closed) {
            return 0;
        }
        LevelPurge purge = new LevelPurge(files, which);
        int gone = 0;
        int stuck = 0;
        try {
            for (String name : files.scan(clock.instant()).keySet()) {
                if (purge.concerns(name)) {
                    index.remove(name);
                    if (files.delete(name)) {
                        gone++;
                    } else {
                        stuck++;
                    }
                }
            }
        } catch (IOException e) {
            LOG.warn("Levels of sources cannot be listed ({}), and are not all thrown away", e.toString());
        }
        if (stuck > 0) {
            LOG.warn(
                    "{} levels of sources that are to be thrown away cannot be deleted, and may be used again after a restart",
                    stuck);
        }
        return gone;
    }

    @Override
    public LevelFigures figures() {
        return new LevelFigures(
                index.size(), index.bytes(), folder == null ? 0 : settings.maxBytes(), found.get(), damaged.get());
    }

    /** Gives and takes no more levels; whoever reads one goes on. */
    @Override
    public void close() {
        closed = true;
    }

    private void load(LevelFolder files) {
        try {
            List<String> gone = index.addOlder(files.scan(clock.instant()));
            gone.forEach(files::delete);
            indexed = true;
        } catch (IOException e) {
            LOG.warn("Levels of sources cannot be listed ({}): they are looked for one by one", e.toString());
        }
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task, "understudy-levels-index");
        thread.setDaemon(true);
        thread.start();
    }
}
