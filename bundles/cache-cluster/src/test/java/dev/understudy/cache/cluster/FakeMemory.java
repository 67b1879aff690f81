package dev.understudy.cache.cluster;

import dev.understudy.observe.CacheCluster.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Memory of two servers, one of which can stop. */
final class FakeMemory implements SharedMemory {

    final Map<String, byte[]> heads = new ConcurrentHashMap<>();
    final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
    final Map<String, byte[]> purges = new ConcurrentHashMap<>();
    volatile boolean stopped;
    volatile boolean cutOff;
    int asked;

    @Override
    public @Nullable MemoryServer holder(String key) {
        return cutOff ? null : new MemoryServer("b", "10.0.0.2:5701", false);
    }

    @Override
    public CompletableFuture<byte @Nullable []> head(String key) {
        asked++;
        return answer(heads.get(key));
    }

    @Override
    public CompletableFuture<byte @Nullable []> body(String key) {
        return answer(bodies.get(key));
    }

    @Override
    public CompletableFuture<?> put(String key, byte[] head, byte[] body) {
        if (!stopped) {
            heads.put(key, head);
            bodies.put(key, body);
        }
        return answer(null);
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> purges() {
        return cutOff ? new CompletableFuture<>() : CompletableFuture.completedFuture(Map.copyOf(purges));
    }

    @Override
    public CompletableFuture<?> putPurge(String id, byte[] purge) {
        if (cutOff) {
            return CompletableFuture.failedFuture(new IllegalStateException("cut off"));
        }
        purges.put(id, purge);
        return CompletableFuture.completedFuture(null);
    }

    private <T> CompletableFuture<T> answer(@Nullable T value) {
        return stopped ? new CompletableFuture<>() : CompletableFuture.completedFuture(value);
    }

    @Override
    public MemoryFigures figures() {
        List<MemoryServer> servers =
                List.of(new MemoryServer("a", "10.0.0.1:5701", true), new MemoryServer("b", "10.0.0.2:5701", false));
        return new MemoryFigures(State.JOINED, null, servers, heads.size(), 0);
    }
}
