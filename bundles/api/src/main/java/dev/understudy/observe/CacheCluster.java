package dev.understudy.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The servers that share the replies that they have made, for operators. */
@ProviderType
public interface CacheCluster {

    /** How the cluster is, as this server sees it. */
    ClusterFigures figures();

    /**
     * Has all servers forget replies: those that are shared, those of their own caches, and what is kept of their sources. Servers that
     * cannot be reached now do so when they are back within days. What this server keeps itself is left to the caller.
     *
     * @param which says which, of those made until now
     * @return how many other servers have been told
     */
    int forget(ReplySelection which);

    /** The state of this server in the cluster. */
    enum State {
        /** No hosts are configured. */
        OFF,
        /** The server has not found out yet who else is there. */
        STARTING,
        /** No other server is there. */
        ALONE,
        JOINED,
        /** The server cannot take part; it tries again and again. */
        FAILED
    }

    /**
     * A server of the cluster.
     *
     * @param address IP address and port
     * @param self whether this is the server that is asked
     * @param answering false while look-ups at it are left out because it did not answer in time
     */
    record ClusterServer(String address, boolean self, boolean answering) {}

    /**
     * How the cluster is.
     *
     * @param problem why the state is {@link State#FAILED}; else null
     * @param servers those that are there, this one among them
     * @param entries replies in the memory of this server that it holds for all
     * @param bytes memory that these and the copies of others take
     * @param maxBytes memory that they may take
     * @param lookups what came of look-ups
     * @param offers what came of replies that were made
     */
    record ClusterFigures(
            State state,
            @Nullable String problem,
            List<ClusterServer> servers,
            long entries,
            long bytes,
            long maxBytes,
            LookupFigures lookups,
            OfferFigures offers) {

        public ClusterFigures {
            servers = List.copyOf(servers);
        }
    }

    /**
     * What came of look-ups since the start.
     *
     * @param hits replies that had been made
     * @param misses nobody had made it
     * @param timeouts no answer in time, or none at all
     * @param skipped not asked, since the server that would know has not answered lately
     * @param otherSources made of other states of the sources than this server has
     * @param purged made before a purge
     * @param damaged not what was written
     */
    record LookupFigures(
            long hits, long misses, long timeouts, long skipped, long otherSources, long purged, long damaged) {}

    /**
     * What came of replies that were made since the start.
     *
     * @param stored taken by the cluster
     * @param dropped left out, since too many were waiting
     * @param failed not taken by the server that was to hold it
     * @param unshared not to be shared: see {@code SharedReplies}
     */
    record OfferFigures(long stored, long dropped, long failed, long unshared) {}
}
