package dev.understudy.http.failures;

import dev.understudy.failure.FailureKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The failures of each of the last hours, by kind. Not safe for threads. */
final class HourlyCounts {

    /** The hours that are told apart, the present one among them. */
    static final int HOURS = 24;

    private static final int SECONDS = 3_600;

    /** The counts of each kind, where an hour has the place of its remainder. */
    private final Map<FailureKind, long[]> counts = new EnumMap<>(FailureKind.class);

    private long newest = Long.MIN_VALUE;

    /** Counts a failure of a kind. */
    void add(FailureKind kind, Instant now) {
        advance(hour(now));
        counts.computeIfAbsent(kind, each -> new long[HOURS])[place(newest)]++;
    }

    /** Returns the counts of the kinds that have happened, the oldest hour first and the present one last. */
    Map<FailureKind, List<Long>> at(Instant now) {
        advance(hour(now));
        Map<FailureKind, List<Long>> hours = new EnumMap<>(FailureKind.class);
        counts.forEach((kind, each) -> {
            List<Long> ordered = new ArrayList<>(HOURS);
            for (int ago = HOURS - 1; ago >= 0; ago--) {
                ordered.add(each[place(newest - ago)]);
            }
            hours.put(kind, ordered);
        });
        return hours;
    }

    /** Forgets the hours whose places the next ones take. A clock that goes back counts for the newest hour. */
    private void advance(long hour) {
        if (hour - HOURS >= newest) {
            counts.clear();
        }
        for (long each = Math.max(newest, hour - HOURS) + 1; each <= hour; each++) {
            int place = place(each);
            counts.values().forEach(hours -> hours[place] = 0);
        }
        newest = Math.max(newest, hour);
    }

    private static long hour(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    private static int place(long hour) {
        return Math.floorMod(hour, HOURS);
    }
}
