package dev.understudy.itest.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How long answers took. */
final class Latencies {

    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    /** The latencies of answers that are told in whole milliseconds. */
    static Latencies of(List<Long> milliseconds) {
        Latencies latencies = new Latencies();
        milliseconds.forEach(each -> latencies.add(TimeUnit.MILLISECONDS.toNanos(each)));
        return latencies;
    }

    void add(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    int count() {
        return nanos.size();
    }

    /** Milliseconds within which this share of the answers came. */
    double within(double share) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int place = (int) Math.ceil(sorted.size() * share) - 1;
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, place)) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%d answers, median %.1f ms, 99 %% within %.1f ms", count(), within(0.5), within(0.99));
    }
}
