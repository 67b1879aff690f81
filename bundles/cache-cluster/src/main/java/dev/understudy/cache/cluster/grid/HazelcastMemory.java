package dev.understudy.cache.cluster.grid;

import com.hazelcast.cluster.Member;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.LocalMapStats;
import dev.understudy.cache.cluster.SharedMemory;
import dev.understudy.observe.CacheCluster.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The memory of a running instance. Whatever Hazelcast throws is a failure of what was asked for. */
final class HazelcastMemory implements SharedMemory {

    private final HazelcastInstance instance;
    private final IMap<String, byte[]> heads;
    private final IMap<String, byte[]> bodies;
    private final IMap<String, byte[]> purges;

    HazelcastMemory(HazelcastInstance instance) {
        this.instance = instance;
        heads = instance.getMap(GridConfig.HEADS);
        bodies = instance.getMap(GridConfig.BODIES);
        purges = instance.getMap(GridConfig.PURGES);
    }

    @Override
    public @Nullable MemoryServer holder(String key) {
        try {
            Member owner = instance.getPartitionService().getPartition(key).getOwner();
            return owner == null ? null : server(owner);
        } catch (RuntimeException e) {
            return null;
        }
    }

    @Override
    public CompletableFuture<byte @Nullable []> head(String key) {
        return asked(heads, map -> map.getAsync(key));
    }

    @Override
    public CompletableFuture<byte @Nullable []> body(String key) {
        return asked(bodies, map -> map.getAsync(key));
    }

    /** The body first, so that whoever finds the head finds the body. */
    @Override
    public CompletableFuture<?> put(String key, byte[] head, byte[] body) {
        return this.<Void>asked(bodies, map -> map.setAsync(key, body))
                .thenComposeAsync(nothing -> this.<Void>asked(heads, map -> map.setAsync(key, head)), Runnable::run);
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> purges() {
        // There are few, and rarely any; the one who asks has a thread for it.
        try {
            return CompletableFuture.completedFuture(purges.getAll(purges.keySet()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<?> putPurge(String id, byte[] purge) {
        return this.<Void>asked(purges, map -> map.setAsync(id, purge));
    }

    @Override
    public MemoryFigures figures() {
        try {
            List<MemoryServer> servers = instance.getCluster().getMembers().stream()
                    .map(HazelcastMemory::server)
                    .toList();
            long bytes = stats().mapToLong(LocalMapStats::getHeapCost).sum();
            return new MemoryFigures(
                    servers.size() > 1 ? State.JOINED : State.ALONE,
                    null,
                    servers,
                    heads.getLocalMapStats().getOwnedEntryCount(),
                    bytes);
        } catch (RuntimeException e) {
            return new MemoryFigures(State.STARTING, null, List.of(), 0, 0);
        }
    }

    private Stream<LocalMapStats> stats() {
        return Stream.of(heads, bodies).map(IMap::getLocalMapStats);
    }

    private static MemoryServer server(Member member) {
        return new MemoryServer(
                member.getUuid().toString(),
                member.getAddress().getHost() + ":" + member.getAddress().getPort(),
                member.localMember());
    }

    private <T> CompletableFuture<T> asked(
            IMap<String, byte[]> map, Function<IMap<String, byte[]>, CompletionStage<T>> question) {
        try {
            return question.apply(map).toCompletableFuture();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
