package dev.understudy.itest.bench;

import dev.understudy.itest.container.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts answers and holds each image against the first one of the same request. */
final class StatusTally {

    private static final int LISTED = 50;

    private final Map<String, String> right = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> kinds = new ConcurrentHashMap<>();
    private final Latencies latencies = new Latencies();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /**
     * Counts an answer.
     *
     * @param sound nothing was wrong with what it needs
     * @param misled it may show another image, for a reason that no server can notice
     */
    void add(Response response, long nanos, boolean sound, boolean misled) {
        String standIn = response.header("Understudy-StandIn");
        boolean image = response.status() == 200 && standIn.isEmpty();
        count(response.status()
                + (standIn.isEmpty() ? "" : " " + standIn)
                + (image && misled ? " of flipped bits" : ""));
        latencies.add(nanos);
        if (image) {
            if (!misled) {
                compare(response);
            }
        } else if (sound) {
            note(response + " although nothing was wrong");
        }
    }

    /** Whatever is an image, and no stand-in, is the right one, even while its file is being harmed. */
    void compare(Response response) {
        String digest = response.type() + " " + response.body().length + " " + Arrays.hashCode(response.body());
        String first = right.putIfAbsent(response.target(), digest);
        if (first != null && !first.equals(digest)) {
            note("another image: " + response.target() + ": " + first + ", then " + digest);
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

    /** How long the answers took. */
    Latencies latencies() {
        return latencies;
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(kinds).forEach((kind, count) -> lines.append(String.format("%9d  %s%n", count.sum(), kind)));
        return lines.toString();
    }
}
