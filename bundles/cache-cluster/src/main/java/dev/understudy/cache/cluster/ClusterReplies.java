package dev.understudy.cache.cluster;

import dev.understudy.cache.cluster.SharedMemory.MemoryFigures;
import dev.understudy.cache.cluster.SharedMemory.MemoryServer;
import dev.understudy.cache.cluster.entry.SharedEntry;
import dev.understudy.cache.cluster.entry.SourceComparison;
import dev.understudy.cache.cluster.settings.ClusterSettings;
import dev.understudy.cache.format.CorruptEntryException;
import dev.understudy.observe.CacheCluster;
import dev.understudy.observe.ReplySelection;
import dev.understudy.serve.Body;
import dev.understudy.serve.Reply;
import dev.understudy.serve.SharedReplies;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replies in the memory that the servers have together. Who asks waits for {@code queryTimeout} and {@code fetchTimeout} at most, and for a server that
 * has not answered lately not at all. What comes is used only if it is what was written, and made of the sources that this server has.
 *
 * <p>Source: the reference's page on cache clustering.
 */
public final class ClusterReplies implements SharedReplies, CacheCluster {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterReplies.class);

    /** One reply may take this part of a server's memory for all. */
    private static final int SHARE = 16;

    /** How long whoever purges waits for the others. */
    private static final Duration PURGE_PATIENCE = Duration.ofSeconds(2);

    private final ClusterSettings settings;
    private final long maxBytes;
    private final SharedMemory memory;
    private final SourceComparison sources;
    private final InstantSource clock;
    private final HolderBreakers breakers;
    private final LookupCounts counts = new LookupCounts();
    private final OfferQueue offers;
    private final PurgeLog purges;

    /**
     * @param maxBytes of the memory, this server's part
     * @param sources knows the files; null while nothing does
     * @param forgetting has this server itself forget what others have purged, all at once
     * @param writer runs one task after the other, on a thread that may read files
     * @param clock tells when replies are made and purged
     * @param nanoTime tells how long servers have been left out
     */
    public ClusterReplies(
            ClusterSettings settings,
            long maxBytes,
            SharedMemory memory,
            Supplier<@Nullable SourceAccess> sources,
            Consumer<List<Purge>> forgetting,
            Executor writer,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.maxBytes = maxBytes;
        this.memory = memory;
        this.sources = new SourceComparison(settings.sourceCheck(), sources);
        this.clock = clock;
        this.breakers = new HolderBreakers(nanoTime);
        this.offers = new OfferQueue(writer);
        this.purges = new PurgeLog(memory, told -> {
            this.sources.forget(told.stream().map(Purge::which).toList());
            forgetting.accept(told);
        });
    }

    @Override
    public SharedLookup lookUp(String key) {
        MemoryServer holder = memory.holder(key);
        if (holder == null) {
            return SharedLookup.NOTHING;
        }
        Instant begun = clock.instant();
        FoundReply found = find(key, holder);
        return new SharedLookup() {
            @Override
            public @Nullable Reply reply() {
                return found == null ? null : found.reply();
            }

            @Override
            public @Nullable Instant made() {
                return found == null ? null : found.begun();
            }

            @Override
            public @Nullable String server() {
                return found == null ? null : holder.host();
            }

            @Override
            public void offer(Reply made) {
                ClusterReplies.this.offer(key, begun, made);
            }
        };
    }

    @Override
    public boolean updatesLocalCache() {
        return settings.updateLocalCache();
    }

    /**
     * What another server has made.
     *
     * @param begun when its making began
     */
    private record FoundReply(Reply reply, Instant begun) {}

    private @Nullable FoundReply find(String key, MemoryServer holder) {
        if (!breakers.mayAsk(holder.id())) {
            counts.skipped();
            return null;
        }
        Answered head = await(holder, memory.head(key), settings.queryTimeout());
        if (head.bytes() == null) {
            return counts.none(head.inTime());
        }
        try {
            SharedEntry entry = SharedEntry.read(key, head.bytes());
            if (purges.covers(entry)) {
                return counts.purged();
            }
            List<Stamp> stamps = sources.stampsHere(entry);
            if (stamps == null) {
                return counts.otherSources();
            }
            Answered body = await(holder, memory.body(key), settings.fetchTimeout());
            if (body.bytes() == null) {
                return counts.none(body.inTime());
            }
            Reply reply = entry.with(key, body.bytes()).withStamps(stamps);
            return counts.hit(new FoundReply(reply, entry.begun()));
        } catch (CorruptEntryException e) {
            LOG.warn("The reply {} from {} is {} and is made anew", key, holder.address(), e.getMessage());
            return counts.damaged();
        }
    }

    /**
     * What another server has said.
     *
     * @param bytes null for nothing
     * @param inTime whether there was an answer at all
     */
    private record Answered(byte @Nullable [] bytes, boolean inTime) {}

    private Answered await(MemoryServer holder, CompletableFuture<byte @Nullable []> coming, Duration most) {
        try {
            byte[] bytes = coming.get(most.toNanos(), TimeUnit.NANOSECONDS);
            breakers.answered(holder.id());
            return new Answered(bytes, true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            breakers.failed(holder.id());
        } catch (ExecutionException e) {
            LOG.debug("{} has not answered", holder.address(), e);
            breakers.failed(holder.id());
        }
        return new Answered(null, false);
    }

    private void offer(String key, Instant begun, Reply made) {
        if (!SharedEntry.isShareable(made)
                || !(made.body() instanceof Body.Bytes body)
                || body.length() > maxBytes / SHARE) {
            counts.unshared();
            return;
        }
        offers.add(body.length(), () -> {
            List<String> contents = sources.describe(made.stamps());
            if (contents == null) {
                counts.unshared();
                return null;
            }
            return memory.put(key, SharedEntry.write(key, begun, contents, made, body.bytes()), body.bytes());
        });
    }

    @Override
    public int forget(ReplySelection which) {
        Purge purge = purges.add(UUID.randomUUID().toString(), clock.instant(), which);
        sources.forget(List.of(which));
        try {
            memory.putPurge(purge.id(), purge.write()).get(PURGE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Math.max(0, memory.figures().servers().size() - 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            // They are told when they are there again.
            LOG.debug("The purge has not been told yet", e);
        }
        return 0;
    }

    /**
     * Takes notice of what others have purged; to be called now and then, and when anything has changed in the cluster.
     *
     * @return whether this server knows of all purges now
     */
    public boolean exchangePurges() {
        try {
            Map<String, byte[]> shared = memory.purges().get(PURGE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            purges.exchange(shared, clock.instant());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException | ExecutionException e) {
            LOG.debug("The purges of others are not known yet", e);
        } catch (RuntimeException e) {
            LOG.warn("What others have purged cannot be forgotten, and is tried again", e);
        }
        return false;
    }

    /** The purges of the last days, for a cache that was not there. */
    public List<Purge> knownPurges() {
        return purges.known();
    }

    @Override
    public ClusterFigures figures() {
        MemoryFigures figures = memory.figures();
        List<ClusterServer> servers = figures.servers().stream()
                .map(server -> new ClusterServer(server.address(), server.self(), breakers.isAnswering(server.id())))
                .toList();
        return new ClusterFigures(
                figures.state(),
                figures.problem(),
                servers,
                figures.entries(),
                figures.bytes(),
                maxBytes,
                counts.figures(),
                new OfferFigures(offers.stored(), offers.dropped(), offers.failed(), counts.unsharedReplies()));
    }
}
