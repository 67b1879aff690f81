package dev.understudy.engine.service;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A cache in memory: of several callers one makes the reply, and the others wait for it. */
final class KeptReplies implements ReplyCache {

    private final ConcurrentMap<String, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();
    final AtomicInteger waiting = new AtomicInteger();

    @Override
    public Reply find(String key, Predicate<CachedReply> isGood) {
        CachedReply kept = findLastGood(key);
        return kept != null && isGood.test(kept) ? kept.reply().withCacheUse(CacheUse.REUSED) : null;
    }

    @Override
    public CachedReply findLastGood(String key) {
        CompletableFuture<Reply> reply = replies.get(key);
        boolean kept = reply != null && reply.isDone() && !reply.isCompletedExceptionally();
        return kept ? new CachedReply(reply.join(), Instant.now()) : null;
    }

    @Override
    public Reply findAtOnce(String key, Predicate<CachedReply> isGood) {
        return find(key, isGood);
    }

    @Override
    public Reply fetch(String key, Predicate<CachedReply> isGood, ReplyLoader loader) throws ServeException {
        CompletableFuture<Reply> known = replies.get(key);
        boolean stale = known != null
                && known.isDone()
                && !known.isCompletedExceptionally()
                && !isGood.test(new CachedReply(known.join(), Instant.now()));
        if (stale) {
            replies.remove(key, known);
        }
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        CompletableFuture<Reply> other = replies.putIfAbsent(key, mine);
        if (other != null) {
            return await(other);
        }
        try {
            mine.complete(loader.make().withCacheUse(CacheUse.CREATED));
            return mine.join();
        } catch (Throwable e) {
            if (stale) {
                replies.put(key, known);
            } else {
                replies.remove(key);
            }
            mine.completeExceptionally(e);
            throw e;
        }
    }

    /** Forgets all replies. */
    void clear() {
        replies.clear();
    }

    private Reply await(CompletableFuture<Reply> other) throws ServeException {
        waiting.incrementAndGet();
        try {
            return other.get().withCacheUse(CacheUse.REUSED);
        } catch (ExecutionException e) {
            throw (ServeException) e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
