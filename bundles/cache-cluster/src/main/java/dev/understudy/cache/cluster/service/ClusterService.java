package dev.understudy.cache.cluster.service;

import dev.understudy.cache.cluster.ClusterReplies;
import dev.understudy.cache.cluster.Purge;
import dev.understudy.cache.cluster.grid.HazelcastNode;
import dev.understudy.cache.cluster.settings.ClusterSettingTable;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.CachedReplies;
import dev.understudy.observe.SourceWarming;
import dev.understudy.serve.SharedReplies;
import dev.understudy.source.SourceAccess;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The part of this server in the cluster, from its start to its end. What it knows of the rest of the server comes and goes. */
public final class ClusterService implements AutoCloseable {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");

    private static final Logger LOG = LoggerFactory.getLogger(ClusterService.class);

    /** The part of Java's memory that may be held for all. */
    private static final int MEMORY_SHARE = 8;

    private final AtomicReference<@Nullable SourceAccess> sources = new AtomicReference<>();
    private final AtomicReference<@Nullable CachedReplies> cache = new AtomicReference<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(ClusterService::thread);
    private final LevelPurges levels = new LevelPurges(this::write);
    private final HazelcastNode node;
    private final ClusterReplies replies;

    /** Begins to take part, if there are settings for it. */
    public ClusterService(ClusterSettings settings) {
        long memory = Math.min(settings.memory(), Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
        node = new HazelcastNode(settings, memory, this::exchange);
        replies = new ClusterReplies(
                settings, memory, node, sources::get, this::forget, writer, InstantSource.system(), System::nanoTime);
        STARTUP.info("cache cluster: {}", settings);
        if (settings.isOn() && settings.isWithoutSecret()) {
            STARTUP.warn(
                    "cache cluster: {} is empty: whoever has an address of one of the hosts may join",
                    ClusterSettingTable.SECRET_SETTING);
        }
        node.start();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "understudy-cluster-writer");
        thread.setDaemon(true);
        return thread;
    }

    /** The replies of all servers. */
    public SharedReplies replies() {
        return replies;
    }

    /** How the cluster is. */
    public CacheCluster status() {
        return replies;
    }

    /** Looks at files by this from now on. */
    public void use(SourceAccess service) {
        sources.set(service);
    }

    /** Looks at files no longer, unless another one has replaced this. */
    public void unset(SourceAccess service) {
        sources.compareAndSet(service, null);
    }

    /** Has this cache forget what others have purged, and purge while there was none. */
    public void use(CachedReplies service) {
        cache.set(service);
        write(() -> purge(service, replies.knownPurges()));
    }

    private void write(Runnable task) {
        try {
            writer.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("The server leaves the cluster", e);
        }
    }

    /** Has this cache forget nothing from now on, unless another one has replaced it. */
    public void unset(CachedReplies service) {
        cache.compareAndSet(service, null);
    }

    /** Has these sources that are kept smaller be forgotten, too, and those that were purged while there was none. */
    public void use(SourceWarming service) {
        levels.use(service);
    }

    /** Forgets no sources that are kept smaller from now on, unless others have replaced these. */
    public void unset(SourceWarming service) {
        levels.unset(service);
    }

    private boolean exchange() {
        levels.retry();
        return replies.exchangePurges();
    }

    private void forget(List<Purge> purges) {
        // before the replies, which are made of them
        levels.purge(purges);
        CachedReplies local = cache.get();
        if (local != null) {
            purge(local, purges);
        }
    }

    /** Looks through a cache once, however many purges there are. */
    private static void purge(CachedReplies local, List<Purge> purges) {
        if (!purges.isEmpty()) {
            local.purge((origin, made) -> purges.stream().anyMatch(purge -> purge.covers(origin, made)));
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
        node.close();
    }
}
