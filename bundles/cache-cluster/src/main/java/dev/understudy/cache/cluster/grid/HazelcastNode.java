package dev.understudy.cache.cluster.grid;

import com.hazelcast.cluster.MembershipAdapter;
import com.hazelcast.cluster.MembershipEvent;
import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceFactory;
import com.hazelcast.map.IMap;
import com.hazelcast.map.listener.EntryAddedListener;
import com.hazelcast.map.listener.EntryMergedListener;
import dev.understudy.cache.cluster.SharedMemory;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.observe.CacheCluster.State;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The part of this server in the memory. A thread of its own starts Hazelcast, and starts it anew when it cannot be started or has ended by itself;
 * meanwhile nothing is shared.
 */
public final class HazelcastNode implements SharedMemory, AutoCloseable {

    private static final Logger STARTUP = LoggerFactory.getLogger("dev.understudy.startup");
    private static final Logger LOG = LoggerFactory.getLogger(HazelcastNode.class);

    /** How often the others are asked for news, besides when something changes. */
    private static final Duration INTERVAL = Duration.ofSeconds(15);

    /** Far longer than it takes to break off a start, or to leave (3 s at most): a bundle that has gone meanwhile has no classes for the rest, and threads stay. */
    private static final Duration END = Duration.ofSeconds(25);

    private final ClusterSettings settings;
    private final long memory;
    private final Semaphore news = new Semaphore(0);
    private final StartBreaker start;
    private final Duration end;
    private final Thread thread;
    private volatile @Nullable HazelcastMemory joined;
    private volatile @Nullable String problem;
    private volatile boolean closed;

    /** Before this server knows what has been purged it takes nothing from others. */
    private final PurgeKnowledge purged = new PurgeKnowledge();

    /**
     * A server that does not take part yet.
     *
     * @param memory bytes that it holds for all
     * @param onNews takes notice of what others have purged, and says whether it could; called after anything has changed in the cluster, and now
     *     and then, by a thread that may wait
     */
    public HazelcastNode(ClusterSettings settings, long memory, BooleanSupplier onNews) {
        this(settings, memory, onNews, new StartBreaker(), END);
    }

    /**
     * A server that does not take part yet.
     *
     * @param start breaks its starts off
     * @param end how long whoever closes waits at most
     */
    HazelcastNode(ClusterSettings settings, long memory, BooleanSupplier onNews, StartBreaker start, Duration end) {
        this.start = start;
        this.end = end;
        this.settings = settings;
        this.memory = memory;
        thread = new Thread(() -> run(onNews), "understudy-cluster");
        thread.setDaemon(true);
        // Hazelcast's threads take it over; that of whoever installs this bundle is of no use to them.
        thread.setContextClassLoader(HazelcastNode.class.getClassLoader());
    }

    /** Begins to take part, without waiting for it. */
    public void start() {
        if (settings.isOn()) {
            thread.start();
        }
    }

    private void run(BooleanSupplier onNews) {
        while (!closed) {
            try {
                runOnce(onNews);
            } catch (InterruptedException e) {
                // asked to end
            } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
                if (closed) {
                    LOG.debug("Ended while it started", e);
                } else {
                    failed(e);
                    pause();
                }
            }
        }
    }

    private void runOnce(BooleanSupplier onNews) throws IOException, InterruptedException {
        InetAddress own = MemberAddress.find(settings);
        requirePort(own);
        Config config = GridConfig.of(settings, settings.secret().read(), own, memory);
        HazelcastInstance instance = instance(config, new FilteredNodes(new HostFilter(settings.hosts(), own), start));
        try {
            listen(instance);
            joined = new HazelcastMemory(instance);
            problem = null;
            STARTUP.info(
                    "cache cluster: {} of {} servers are there",
                    servers(instance),
                    settings.hosts().size());
            while (!closed && instance.getLifecycleService().isRunning()) {
                purged.renew(onNews);
                news.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
                news.drainPermits();
            }
        } finally {
            joined = null;
            purged.outdate();
            instance.shutdown();
        }
    }

    private HazelcastInstance instance(Config config, FilteredNodes nodes) {
        try {
            return HazelcastInstanceFactory.newHazelcastInstance(config, "understudy-" + UUID.randomUUID(), nodes);
        } finally {
            start.over();
        }
    }

    /** Finds out that the port is taken before Hazelcast does, which says so at length. */
    private void requirePort(InetAddress own) throws IOException {
        try (ServerSocket probe = new ServerSocket(settings.port(), 1, own)) {
            LOG.debug("{} is free", probe);
        } catch (BindException e) {
            throw new IOException("port " + settings.port() + " of " + own.getHostAddress() + ": " + e.getMessage(), e);
        }
    }

    private void listen(HazelcastInstance instance) {
        instance.getLifecycleService().addLifecycleListener(event -> {
            // After a partition there may be purges of the other part.
            purged.outdate();
            news.release();
        });
        instance.getCluster().addMembershipListener(new MembershipAdapter() {
            @Override
            public void memberAdded(MembershipEvent event) {
                LOG.info("{} has joined the cluster", event.getMember().getAddress());
                news.release();
            }

            @Override
            public void memberRemoved(MembershipEvent event) {
                LOG.info("{} has left the cluster", event.getMember().getAddress());
                news.release();
            }
        });
        IMap<String, byte[]> purges = instance.getMap(GridConfig.PURGES);
        purges.addEntryListener((EntryAddedListener<String, byte[]>) event -> news.release(), false);
        purges.addEntryListener((EntryMergedListener<String, byte[]>) event -> news.release(), false);
    }

    private static int servers(HazelcastInstance instance) {
        return instance.getCluster().getMembers().size();
    }

    private void failed(Throwable e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        if (!message.equals(problem)) {
            STARTUP.error(
                    "cache cluster: this server cannot take part, and tries again each {} s: {}",
                    INTERVAL.toSeconds(),
                    message);
            LOG.debug("Not started", e);
        }
        problem = message;
    }

    private void pause() {
        try {
            news.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // asked to end
        }
    }

    /**
     * Leaves the cluster; what this server alone holds is handed to the others, if that takes no more than seconds. A start that goes on is broken off, and
     * whatever takes longer than 25 seconds in all is left to the thread that has begun it.
     */
    @Override
    public void close() {
        closed = true;
        joined = null;
        news.release();
        long begin = System.nanoTime();
        // Hazelcast may wait in there, too.
        Thread breaking = new Thread(start::breakOff, "understudy-cluster-end");
        breaking.setDaemon(true);
        breaking.start();
        try {
            for (Thread each : List.of(breaking, thread)) {
                TimeUnit.NANOSECONDS.timedJoin(each, end.toNanos() - (System.nanoTime() - begin));
            }
            if (breaking.isAlive() || thread.isAlive()) {
                LOG.warn("Hazelcast has not ended within {} s, and ends by itself", end.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public @Nullable MemoryServer holder(String key) {
        HazelcastMemory present = joined;
        return present == null || !purged.isComplete() ? null : present.holder(key);
    }

    @Override
    public CompletableFuture<byte @Nullable []> head(String key) {
        HazelcastMemory present = joined;
        return present == null ? notJoined() : present.head(key);
    }

    @Override
    public CompletableFuture<byte @Nullable []> body(String key) {
        HazelcastMemory present = joined;
        return present == null ? notJoined() : present.body(key);
    }

    @Override
    public CompletableFuture<?> put(String key, byte[] head, byte[] body) {
        HazelcastMemory present = joined;
        return present == null ? notJoined() : present.put(key, head, body);
    }

    @Override
    public CompletableFuture<Map<String, byte[]>> purges() {
        HazelcastMemory present = joined;
        return present == null ? notJoined() : present.purges();
    }

    @Override
    public CompletableFuture<?> putPurge(String id, byte[] purge) {
        HazelcastMemory present = joined;
        return present == null ? notJoined() : present.putPurge(id, purge);
    }

    private static <T> CompletableFuture<T> notJoined() {
        return CompletableFuture.failedFuture(new IllegalStateException("this server takes no part in the cluster"));
    }

    @Override
    public MemoryFigures figures() {
        HazelcastMemory present = joined;
        if (present != null) {
            return present.figures();
        }
        String failure = problem;
        State state = !settings.isOn() ? State.OFF : failure == null ? State.STARTING : State.FAILED;
        return new MemoryFigures(state, failure, List.of(), 0, 0);
    }
}
