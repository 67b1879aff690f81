package dev.understudy.itest.bench;

import dev.understudy.itest.container.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers and holds each picture against the first one of the same request. */
final class Tally {

    private static final int LISTED = 50;

    private final Map<String, String> right = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
    private final Map<Long, LongAdder> latencies = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /** Counts an answer. */
    void add(Response response, long nanos, boolean sound) {
        String standIn = response.header("Understudy-StandIn");
        count(response.status() + (standIn.isEmpty() ? "" : " " + standIn));
        latencies.computeIfAbsent(nanos / 100_000, any -> new LongAdder()).increment();
        if (response.status() == 200 && standIn.isEmpty()) {
            compare(response);
        } else if (sound) {
            note(response + " although nothing was wrong");
        }
    }

    /** Whatever is a picture, and no stand-in, is the right one, even while its file is being harmed. */
    void compare(Response response) {
        String digest = response.type() + " " + response.body().length + " " + Arrays.hashCode(response.body());
        String first = right.putIfAbsent(response.target(), digest);
        if (first != null && !first.equals(digest)) {
            note("another picture: " + response.target() + ": " + first + ", then " + digest);
        }
    }

    void count(String kind) {
        kinds.computeIfAbsent(kind, any -> new LongAdder()).increment();
    }

    void note(String fault) {
        count("WRONG");
        if (wrong.size() < LISTED) {
            wrong.add(fault);
        }
    }

    Queue<String> wrong() {
        return wrong;
    }

    /** What has been asked for. */
    Iterable<String> targets() {
        return right.keySet();
    }

    /** How many answers there were. */
    long answers() {
        return latencies.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Milliseconds within which this share of the answers came. */
    double within(double share) {
        long left = (long) (answers() * share);
        double tenths = 0;
        for (Map.Entry<Long, LongAdder> latency : new TreeMap<>(latencies).entrySet()) {
            tenths = latency.getKey() + 1.0;
            left -= latency.getValue().sum();
            if (left <= 0) {
                break;
            }
        }
        return tenths / 10;
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(kinds).forEach((kind, count) -> lines.append(String.format("%9d  %s%n", count.sum(), kind)));
        return lines.toString();
    }
}
