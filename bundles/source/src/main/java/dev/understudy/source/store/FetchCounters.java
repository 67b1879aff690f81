package dev.understudy.source.store;

import dev.understudy.observe.SourceRoots.FetchOutcome;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has come of requests to stores since the start. Safe for many threads. */
final class FetchCounters {

    private final Map<FetchOutcome, LongAdder> outcomes = Arrays.stream(FetchOutcome.values())
            .collect(Collectors.toUnmodifiableMap(Function.identity(), outcome -> new LongAdder()));
    private final LongAdder bytes = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void count(FetchOutcome outcome) {
        outcome(outcome).increment();
    }

    /**
     * Counts a request that has ended.
     *
     * @param begun when it was sent, as {@link System#nanoTime} has it
     */
    void took(long begun) {
        nanos.add(System.nanoTime() - begun);
    }

    void received(long count) {
        bytes.add(count);
    }

    long of(FetchOutcome outcome) {
        return outcome(outcome).sum();
    }

    Map<FetchOutcome, Long> all() {
        return outcomes.keySet().stream().collect(Collectors.toMap(Function.identity(), this::of));
    }

    private LongAdder outcome(FetchOutcome outcome) {
        LongAdder count = outcomes.get(outcome);
        if (count == null) {
            throw new IllegalArgumentException(outcome.toString());
        }
        return count;
    }

    long bytes() {
        return bytes.sum();
    }

    double seconds() {
        return nanos.sum() / 1e9;
    }
}
