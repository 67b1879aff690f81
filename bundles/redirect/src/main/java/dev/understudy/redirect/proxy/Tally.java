package dev.understudy.redirect.proxy;

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

/** Counts what comes of the requests to one secondary server. */
final class Tally {

    private final Clock clock;
    private final Map<Key, Long> counts = new LinkedHashMap<>();
    private int underWay;
    private @Nullable Boolean reachable;
    private @Nullable LastFailure last;

    private record Key(FailureKind reason, String outcome) {}

    Tally(Clock clock) {
        this.clock = clock;
    }

    /** A request is about to be sent. */
    synchronized void begins() {
        underWay++;
    }

    /** It has been answered, and the client has got it all. */
    synchronized void answered(FailureKind reason) {
        underWay--;
        reachable = true;
        count(reason, Secondaries.ANSWERED);
    }

    /** Its client has left. */
    synchronized void left(FailureKind reason) {
        underWay--;
        count(reason, Secondaries.CLIENT_LEFT);
    }

    /** The server did not answer it, or not to the end. */
    synchronized void failed(FailureKind reason, Failure failure) {
        underWay--;
        reachable = false;
        notSent(reason, failure);
    }

    /** There was no place left for it in the queue. */
    synchronized void turnedAway(FailureKind reason, Failure failure) {
        underWay--;
        notSent(reason, failure);
    }

    /** It has not been sent at all. */
    synchronized void notSent(FailureKind reason, Failure failure) {
        if (failure.kind() != FailureKind.SECONDARY_DOWN) {
            last = new LastFailure(failure.kind(), failure.message(), clock.instant());
        }
        count(reason, failure.kind().code());
    }

    synchronized int underWay() {
        return underWay;
    }

    synchronized @Nullable Boolean reachable() {
        return reachable;
    }

    synchronized @Nullable LastFailure last() {
        return last;
    }

    synchronized List<ForwardCount> counts() {
        return counts.entrySet().stream()
                .map(entry ->
                        new ForwardCount(entry.getKey().reason(), entry.getKey().outcome(), entry.getValue()))
                .toList();
    }

    private void count(FailureKind reason, String outcome) {
        counts.merge(new Key(reason, outcome), 1L, Long::sum);
    }
}
