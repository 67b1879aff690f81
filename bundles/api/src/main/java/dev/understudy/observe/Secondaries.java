package dev.understudy.observe;

import dev.understudy.failure.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The secondary servers: how each is, and what came of the requests that were forwarded to it since it was configured. Kept in
 * memory only.
 */
@ProviderType
public interface Secondaries {

    /** What {@link ForwardCount#outcome} says of answers that the clients have got, whatever their status. */
    String ANSWERED = "answered";

    /** What {@link ForwardCount#outcome} says when the client has left, or did not take all of it. */
    String CLIENT_LEFT = "client-left";

    /** All that may be asked: the server's own in their order, then those of catalogs that have been asked. */
    List<SecondaryStatus> entries();

    /** Whether some are for the requests of all catalogs; else only catalogs that name others have any. */
    boolean forAllCatalogs();

    /**
     * Closes the breakers that are open, so that the next request is forwarded.
     *
     * @return how many there were
     */
    int reset();

    /** Whether a server is asked. */
    enum BreakerState {
        /** Requests are forwarded to the server. */
        CLOSED,
        /** The server has failed several times in a row, and no request is forwarded to it. */
        OPEN,
        /** The next request, or one that is under way, shows whether the server works again. */
        HALF_OPEN
    }

    /**
     * A secondary server. One that catalogs wait for with other timeouts has an entry for each.
     *
     * @param rootUrl where it is
     * @param connectTimeout until a request is on its way
     * @param socketTimeout until its answer begins, and between any two parts of it
     * @param reachable whether it answered the last time; null when it has not been asked yet
     * @param breaker whether it is asked
     * @param underWay how many requests it has not answered yet
     * @param last its newest failure; null for none
     * @param counts what came of its requests
     */
    record SecondaryStatus(
            String rootUrl,
            Duration connectTimeout,
            Duration socketTimeout,
            @Nullable Boolean reachable,
            BreakerState breaker,
            int underWay,
            @Nullable LastFailure last,
            List<ForwardCount> counts) {

        public SecondaryStatus {
            counts = List.copyOf(counts);
        }
    }

    /**
     * A failure of a secondary server.
     *
     * @param kind what happened
     * @param message for operators; names addresses
     * @param when the last time
     */
    record LastFailure(FailureKind kind, String message, Instant when) {}

    /**
     * How many forwards had this outcome.
     *
     * @param reason why they were forwarded
     * @param outcome {@link #ANSWERED}, {@link #CLIENT_LEFT} or the code of the secondary's failure
     */
    record ForwardCount(FailureKind reason, String outcome, long count) {}
}
