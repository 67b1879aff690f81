package dev.understudy.cache.cluster;

import dev.understudy.observe.CacheCluster.State;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Memory that all servers of the cluster have together. No method waits for another server; what is asked for comes later, or fails later.
 */
public interface SharedMemory {

    /**
     * A server of the cluster.
     *
     * @param id another one after each start
     * @param address IP address and port
     * @param self whether this is the server itself
     */
    record MemoryServer(String id, String address, boolean self) {

        /** The IP address alone. */
        String host() {
            return address.substring(0, address.lastIndexOf(':'));
        }
    }

    /**
     * How the memory is.
     *
     * @param problem why the state is {@link State#FAILED}; else null
     * @param entries replies that this server holds for all
     * @param bytes that it holds, copies for others among them
     */
    record MemoryFigures(State state, @Nullable String problem, List<MemoryServer> servers, long entries, long bytes) {}

    /** The server that holds what is under a key; null while there is none, or this server takes no part. */
    @Nullable
    MemoryServer holder(String key);

    /** The head under a key; null for none. */
    CompletableFuture<byte @Nullable []> head(String key);

    /** The body under a key; null for none. */
    CompletableFuture<byte @Nullable []> body(String key);

    /** Puts a reply in the place of what is under the key. */
    CompletableFuture<?> put(String key, byte[] head, byte[] body);

    /** All purges that the servers know of, by their ids. */
    CompletableFuture<Map<String, byte[]>> purges();

    /** Tells all servers of a purge. */
    CompletableFuture<?> putPurge(String id, byte[] purge);

    /** How it is. */
    MemoryFigures figures();
}
