package dev.understudy.cache.cluster;

import dev.understudy.cache.cluster.entry.SharedEntry;
import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.observe.ReplySelection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The purges of the last days. All servers have the same ones, as soon as they are in touch: each tells of those that it knows and the others do not.
 * Safe for many threads.
 */
final class PurgeLog {

    /** The time for which purges are known; longer than replies are shared. */
    static final Duration KNOWN_FOR = Duration.ofDays(8);

    /** Purges that are told apart; one more is a purge of everything. */
    private static final int MAX_PURGES = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(PurgeLog.class);

    private final SharedMemory memory;
    private final Consumer<List<Purge>> here;
    private final Map<String, Purge> known = new ConcurrentHashMap<>();

    /** Purges that are known, and that this server itself has not carried out. */
    private final List<Purge> pending = new ArrayList<>();

    /** The ids of those that cannot be read, so that they are told of once. */
    private final Set<String> unreadable = new HashSet<>();

    /**
     * @param here has this server itself forget what all of these mean
     */
    PurgeLog(SharedMemory memory, Consumer<List<Purge>> here) {
        this.memory = memory;
        this.here = here;
    }

    /** Whether a reply was made before a purge that it is meant by. */
    boolean covers(SharedEntry entry) {
        ReplyOrigin origin = entry.origin();
        for (Purge purge : known.values()) {
            if (purge.covers(origin, entry.begun())) {
                return true;
            }
        }
        return false;
    }

    /** Adds a purge that this server need not be told of. */
    Purge add(String id, Instant now, ReplySelection which) {
        Purge purge = new Purge(id, now, known.size() < MAX_PURGES ? which : ReplySelection.ALL);
        known.put(id, purge);
        return purge;
    }

    /**
     * Takes notice of the purges of others, and tells of those that they do not know.
     *
     * @param shared all that the servers know of
     */
    synchronized void exchange(Map<String, byte[]> shared, Instant now) {
        known.values().removeIf(purge -> isOver(purge, now));
        for (Purge purge : unknown(shared, now)) {
            // Known first, so that nothing that it means is taken over while it is carried out.
            known.put(purge.id(), purge);
            pending.add(purge);
            LOG.info("Replies are forgotten, as another server has said at {}", purge.time());
        }
        if (!pending.isEmpty()) {
            here.accept(List.copyOf(pending));
            pending.clear();
        }
        known.forEach((id, purge) -> {
            if (!shared.containsKey(id)) {
                memory.putPurge(id, purge.write());
            }
        });
    }

    /** All that are known. */
    List<Purge> known() {
        return List.copyOf(known.values());
    }

    private static boolean isOver(Purge purge, Instant now) {
        return purge.time().plus(KNOWN_FOR).isBefore(now);
    }

    private List<Purge> unknown(Map<String, byte[]> shared, Instant now) {
        List<Purge> found = new ArrayList<>();
        shared.forEach((id, bytes) -> {
            if (known.containsKey(id) || unreadable.contains(id)) {
                return;
            }
            try {
                Purge told = Purge.read(id, bytes);
                Purge purge = told.notAfter(now);
                if (!isOver(purge, now)) {
                    found.add(purge);
                }
                if (!purge.equals(told)) {
                    memory.putPurge(id, purge.write());
                }
            } catch (IOException e) {
                unreadable.add(id);
                // What it means is not known, so it may mean everything.
                LOG.warn("A purge of another server is {}: all replies are forgotten", e.getMessage());
                found.add(new Purge(id, now, ReplySelection.ALL));
            }
        });
        return found;
    }
}
