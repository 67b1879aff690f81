package dev.understudy.engine.caching;

import dev.understudy.failure.ServeException;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last error images in memory. They stay out of the response cache, since each tells of one failure: whoever asks for things
 * that do not exist would drive what does exist out of it.
 */
public final class ErrorImageMemory implements ReplyCache {

    private static final int MAX_BYTES = 1 << 22;
    private static final int MAX_IMAGE = MAX_BYTES / 16;
    /** What an image takes beside its bytes. */
    private static final int OVERHEAD = 1 << 10;

    private final InstantSource clock;
    private final Map<String, CachedReply> images = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    public ErrorImageMemory(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable Reply find(String key, Predicate<CachedReply> isGood) {
        CachedReply kept = get(key);
        return kept != null && isGood.test(kept) ? kept.reply() : null;
    }

    @Override
    public @Nullable CachedReply findLastGood(String key) {
        return get(key);
    }

    @Override
    public Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException {
        Reply kept = find(key, isGood);
        if (kept != null) {
            return kept;
        }
        CachedReply made = new CachedReply(loader.make(), clock.instant());
        if (made.reply().body() instanceof Body.Bytes body && body.length() <= MAX_IMAGE) {
            put(key, made);
        }
        return made.reply();
    }

    private synchronized @Nullable CachedReply get(String key) {
        return images.get(key);
    }

    private synchronized void put(String key, CachedReply image) {
        CachedReply before = images.put(key, image);
        bytes += size(image) - (before == null ? 0 : size(before));
        Iterator<CachedReply> oldest = images.values().iterator();
        while (bytes > MAX_BYTES) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static int size(CachedReply image) {
        return (int) image.reply().body().length() + OVERHEAD;
    }
}
