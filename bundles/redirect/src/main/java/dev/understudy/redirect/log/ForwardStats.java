package dev.understudy.redirect.log;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.observe.Secondaries;
import dev.understudy.observe.Secondaries.ForwardCount;
import dev.understudy.observe.Secondaries.LastFailure;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the outcomes of the requests to one secondary server, by the reason for which they were forwarded. */
public final class ForwardStats {

    private final Clock clock;
    private final Map<Key, Long> counts = new LinkedHashMap<>();
    private int underWay;
    private @Nullable Boolean reachable;
    private @Nullable LastFailure last;

    private record Key(FailureKind reason, String outcome) {}

    public ForwardStats(Clock clock) {
        this.clock = clock;
    }

    /** Records that a request is about to be sent; one of the other methods must record its outcome. */
    public synchronized void recordBegin() {
        underWay++;
    }

    /** Records that the client has got the whole answer. */
    public synchronized void recordAnswer(FailureKind reason) {
        underWay--;
        reachable = true;
        count(reason, Secondaries.ANSWERED);
    }

    /** Records that the client left before the end of the answer. */
    public synchronized void recordClientLeft(FailureKind reason) {
        underWay--;
        count(reason, Secondaries.CLIENT_LEFT);
    }

    /** Records that the server did not answer, or not to the end. */
    public synchronized void recordFailure(FailureKind reason, Failure failure) {
        underWay--;
        reachable = false;
        recordNotSent(reason, failure);
    }

    /** Records a failure that says nothing about the server, such as that of a full queue. */
    public synchronized void recordBlameless(FailureKind reason, Failure failure) {
        underWay--;
        recordNotSent(reason, failure);
    }

    /** Records the failure of a request for which {@link #recordBegin} was not called. */
    public synchronized void recordNotSent(FailureKind reason, Failure failure) {
        if (failure.kind() != FailureKind.SECONDARY_DOWN) {
            last = new LastFailure(failure.kind(), failure.message(), clock.instant());
        }
        count(reason, failure.kind().code());
    }

    /** Returns how many requests have no outcome yet. */
    public synchronized int underWay() {
        return underWay;
    }

    /** Returns whether the server answered the last request; null when there has been none. */
    public synchronized @Nullable Boolean reachable() {
        return reachable;
    }

    /** Returns the newest failure; null for none. */
    public synchronized @Nullable LastFailure last() {
        return last;
    }

    /** Returns the counts, in the order in which their outcomes first occurred. */
    public synchronized List<ForwardCount> counts() {
        return counts.entrySet().stream()
                .map(entry ->
                        new ForwardCount(entry.getKey().reason(), entry.getKey().outcome(), entry.getValue()))
                .toList();
    }

    private void count(FailureKind reason, String outcome) {
        counts.merge(new Key(reason, outcome), 1L, Long::sum);
    }
}
