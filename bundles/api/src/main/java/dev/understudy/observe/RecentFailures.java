package dev.understudy.observe;

import dev.understudy.failure.FailureKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The requests that failed lately, whatever stood in for them, and the commands that did nothing. Kept in memory only, and bounded; what has not happened for a
 * day is forgotten.
 */
@ProviderType
public interface RecentFailures {

    /** What happened, by kind and tenant; the latest first. */
    List<FailureRecord> entries();

    /**
     * How often each kind happened in each of the last 24 hours, the oldest first. The last is the present one, as clocks in UTC have it; kinds that have not
     * happened are left out.
     */
    default Map<FailureKind, List<Long>> hours() {
        return Map.of();
    }

    /** The commands that did nothing, by tenant; the latest first. */
    default List<IgnoredCommand> ignored() {
        return List.of();
    }

    /**
     * Failures of one kind in one tenant. An answer counts once, with the failure that its {@code Understudy-StandIn} header
     * names.
     *
     * @param kind what happened
     * @param rootId whose main catalog it was, empty for the default catalog
     * @param count how often since {@code first}
     * @param first when for the first time
     * @param last when for the last time
     * @param target what was asked for the last time: path and query as they were sent, at most {@link #TARGET_LENGTH}
     *     characters of them
     */
    record FailureRecord(FailureKind kind, String rootId, long count, Instant first, Instant last, String target) {

        /** How much of a target is kept. */
        public static final int TARGET_LENGTH = 400;
    }

    /**
     * A command that is known and did nothing, for a reason that lies with its catalog or its place.
     *
     * @param command its name
     * @param rootId whose main catalog it was, empty for the default catalog
     * @param count how many requests had it since {@code first}
     * @param first when for the first time
     * @param last when for the last time
     */
    record IgnoredCommand(String command, String rootId, long count, Instant first, Instant last) {

        /** The response header that names them. */
        public static final String HEADER = "Understudy-Ignored";
    }
}
