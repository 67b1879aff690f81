package dev.understudy.cache.disk;

import dev.understudy.failure.ServeException;
import dev.understudy.serve.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Opens caches on a folder of a test. */
final class CacheFixture {

    static final long MEGABYTE = 1 << 20;

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    final InstantSource clock = () -> now;
    final FaultyDisk disk = new FaultyDisk();
    private final List<Path> folders;
    long maxBytes = 100 * MEGABYTE;
    int maxEntries = 1000;
    long memory = 0;

    CacheFixture(Path... folders) {
        this.folders = List.of(folders);
    }

    /** Puts the clock forward. */
    void advance(Duration by) {
        now = now.plus(by);
    }

    DiskReplyCache open() {
        CacheSettings settings = new CacheSettings(folders, maxBytes, maxEntries, memory);
        return DiskReplyCache.open(settings, Runnable::run, memory, Duration.ZERO, disk, clock);
    }

    /** The reply under a key, made of this text if it is not kept. */
    static Reply fetch(DiskReplyCache cache, int number, String text) throws ServeException {
        return cache.fetch(Replies.key(number), cached -> true, () -> Replies.reply(text));
    }
}
