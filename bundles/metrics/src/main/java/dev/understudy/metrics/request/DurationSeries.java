package dev.understudy.metrics.request;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** The durations of requests with the same labels. To count one makes no object. Safe for many threads. */
final class DurationSeries {

    /** The bounds that OpenTelemetry's semantic conventions have for the duration of requests, in seconds. */
    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10};

    private static final double NANOS = 1e9;

    private final Labels labels;
    private final LongAdder[] counts =
            Stream.generate(LongAdder::new).limit(BOUNDS.length + 1L).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    DurationSeries(Labels labels) {
        this.labels = labels;
    }

    /** Counts a request. */
    void count(long duration) {
        double seconds = duration / NANOS;
        int bucket = 0;
        while (bucket < BOUNDS.length && seconds > BOUNDS[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        nanos.add(duration);
    }

    /** Returns how many requests were counted. */
    long requests() {
        return Stream.of(counts).mapToLong(LongAdder::sum).sum();
    }

    /** Returns the seconds that they took together. */
    double seconds() {
        return nanos.sum() / NANOS;
    }

    HistogramDataPointSnapshot snapshot() {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < counts.length; i++) {
            buckets.bucket(i < BOUNDS.length ? BOUNDS[i] : Double.POSITIVE_INFINITY, counts[i].sum());
        }
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets.build())
                .sum(seconds())
                .build();
    }
}
