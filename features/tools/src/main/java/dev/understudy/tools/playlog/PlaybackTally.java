package dev.understudy.tools.playlog;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of the requests that were sent; several threads tell it. */
final class PlaybackTally {

    /** Upper ends of the classes in which times are counted: each is a tenth longer than the one before. */
    private static final double STEP = 1.1;

    private static final int CLASSES = 160;

    private final long[] times = new long[CLASSES];
    private final Map<String, Outcome> outcomes = new TreeMap<>();
    private long answered;
    private long unanswered;

    private record Outcome(long count, String example) {}

    /**
     * Counts an answer.
     *
     * @param standIn what stood in; empty for nothing
     */
    synchronized void answered(String url, int status, String standIn, Duration time) {
        answered++;
        double millis = Math.max(1, time.toMillis());
        times[(int) Math.min(CLASSES - 1, Math.ceil(Math.log(millis) / Math.log(STEP)))]++;
        count(standIn.isEmpty() ? "status " + status : "status " + status + ", stand-in " + standIn, url);
    }

    /** Counts a request that had no answer. */
    synchronized void unanswered(String url, String why) {
        unanswered++;
        count("no answer: " + why, url);
    }

    /** How many requests had no answer. */
    synchronized long unanswered() {
        return unanswered;
    }

    private void count(String outcome, String url) {
        outcomes.merge(outcome, new Outcome(1, url), (old, one) -> new Outcome(old.count() + 1, old.example()));
    }

    /** Writes what was counted. */
    synchronized void write(Duration whole, PrintWriter out) {
        double seconds = Math.max(1, whole.toMillis()) / 1000.0;
        long sent = answered + unanswered;
        out.printf(Locale.ROOT, "%d requests in %.1f s, %.1f a second%n", sent, seconds, sent / seconds);
        if (answered > 0) {
            out.printf(
                    Locale.ROOT,
                    "half of the answers within %d ms, 95 %% within %d ms, 99 %% within %d ms%n",
                    within(0.5),
                    within(0.95),
                    within(0.99));
        }
        outcomes.forEach((name, outcome) ->
                out.printf(Locale.ROOT, "%8d x %s, such as %s%n", outcome.count(), name, outcome.example()));
        out.flush();
    }

    /** The time within which this part of the answers has come, to a tenth. */
    private long within(double part) {
        long wanted = (long) Math.ceil(answered * part);
        long count = 0;
        int index = 0;
        while (index < CLASSES - 1 && count + times[index] < wanted) {
            count += times[index++];
        }
        return Math.round(Math.pow(STEP, index));
    }
}
