package dev.understudy.cache.disk;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.observe.CacheUse;
import dev.understudy.serve.Reply;
import dev.understudy.serve.ReplyCache.ReplyLoader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;

/** Lets one of several callers that want the same reply make it, and the others wait for it. */
final class SingleFlight {

    private record Flight(Thread leader, CompletableFuture<Reply> outcome) {}

    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();

    /** Who waits for what; guarded by itself. */
    private final Map<Thread, Flight> waiting = new HashMap<>();

    /**
     * The reply that this caller makes, or the one that another caller is just making.
     *
     * @throws ServeException the failure of whoever made it; or when interrupted while waiting
     */
    Reply join(String key, ReplyLoader loader) throws ServeException {
        Flight mine = new Flight(Thread.currentThread(), new CompletableFuture<>());
        Flight other = flights.putIfAbsent(key, mine);
        if (other == null) {
            return lead(key, mine, loader);
        }
        if (!beginWaiting(other)) {
            // To wait would be to wait for oneself: the reply is asked for while a part of it is made.
            return loader.make();
        }
        try {
            return reused(other.outcome().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServeException(new Failure.Unavailable(
                    FailureKind.SERVER_OVERLOADED, "Interrupted while another request made the same reply", e));
        } catch (ExecutionException e) {
            throw failureOf(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            endWaiting();
        }
    }

    private Reply lead(String key, Flight flight, ReplyLoader loader) throws ServeException {
        try {
            Reply reply = loader.make();
            flight.outcome().complete(reply);
            return reply;
        } catch (Throwable e) {
            // Whatever it is, nobody may go on waiting.
            flight.outcome().completeExceptionally(e);
            throw e;
        } finally {
            flights.remove(key, flight);
        }
    }

    private static Reply reused(Reply made) {
        return made.cacheUse() == CacheUse.IGNORED || made.cacheUse() == CacheUse.REMOTE_CACHE
                ? made
                : made.withCacheUse(CacheUse.REUSED);
    }

    private static ServeException failureOf(Throwable cause) {
        return new ServeException(cause instanceof ServeException e ? e.failure() : new Failure.Internal(cause));
    }

    private boolean beginWaiting(Flight flight) {
        Thread me = Thread.currentThread();
        synchronized (waiting) {
            for (Flight next = flight; next != null && !next.outcome().isDone(); next = waiting.get(next.leader())) {
                if (next.leader() == me) {
                    return false;
                }
            }
            waiting.put(me, flight);
            return true;
        }
    }

    private void endWaiting() {
        synchronized (waiting) {
            waiting.remove(Thread.currentThread());
        }
    }
}
