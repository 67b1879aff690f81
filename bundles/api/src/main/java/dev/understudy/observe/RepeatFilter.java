package dev.understudy.observe;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a log from having the same problem with every request: a problem passes when it is new, and then once every ten minutes, with
 * the number of times that it did not. Remembers the last problems only. Safe for many threads.
 */
public final class RepeatFilter {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MAX = 500;

    private final InstantSource clock;
    private final Map<String, Repeated> known = new LinkedHashMap<>(16, 0.75f, true);

    private record Repeated(Instant told, long since) {}

    public RepeatFilter(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Notes a problem.
     *
     * @param key tells problems apart
     * @return what to add to the line of the log, which is empty for a problem that is new; null when there is to be no line
     */
    public synchronized @Nullable String pass(String key) {
        Instant now = clock.instant();
        Repeated before = known.get(key);
        if (before != null && Recency.isRecent(before.told(), PAUSE, now)) {
            known.put(key, new Repeated(before.told(), before.since() + 1));
            return null;
        }
        known.put(key, new Repeated(now, 0));
        if (known.size() > MAX) {
            known.remove(known.keySet().iterator().next());
        }
        return before == null || before.since() == 0
                ? ""
                : " (and " + before.since() + " times since it was told last)";
    }
}
