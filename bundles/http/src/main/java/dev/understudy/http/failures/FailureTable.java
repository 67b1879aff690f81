package dev.understudy.http.failures;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.RecentFailures;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/** Counts the failures of finished requests, by kind and catalog. */
public final class FailureTable implements RecentFailures {

    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int MAX_ENTRIES = 1_000;

    private final InstantSource clock;
    /** The entries, in the order in which they happened last. */
    private final Map<Key, FailureRecord> entries = new LinkedHashMap<>();

    private final HourlyCounts hours = new HourlyCounts();

    private record Key(FailureKind kind, String rootId) {}

    public FailureTable(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts a request that has been answered, if its access record names a failure that nobody asked for. */
    public void finished(Request request) {
        if (request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord accessRecord) {
            FailureKind failure = accessRecord.failure();
            if (failure != null && accessRecord.injected() == null) {
                String target = request.getHttpURI().getPathQuery();
                add(failure, accessRecord.rootId(), target == null ? "" : target);
            }
        }
    }

    void add(FailureKind kind, String rootId, String target) {
        Instant now = clock.instant();
        String kept = target.length() > FailureRecord.TARGET_LENGTH
                ? target.substring(0, FailureRecord.TARGET_LENGTH)
                : target;
        Key key = new Key(kind, rootId);
        synchronized (entries) {
            forget(now);
            hours.add(kind, now);
            FailureRecord before = entries.remove(key);
            entries.put(
                    key,
                    before == null
                            ? new FailureRecord(kind, rootId, 1, now, now, kept)
                            : new FailureRecord(kind, rootId, before.count() + 1, before.first(), now, kept));
            if (entries.size() > MAX_ENTRIES) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
    }

    @Override
    public List<FailureRecord> entries() {
        synchronized (entries) {
            forget(clock.instant());
            return entries.values().stream()
                    .sorted(Comparator.comparing(FailureRecord::last).reversed())
                    .toList();
        }
    }

    @Override
    public Map<FailureKind, List<Long>> hours() {
        synchronized (entries) {
            return hours.at(clock.instant());
        }
    }

    private void forget(Instant now) {
        Instant oldest = now.minus(MEMORY);
        var each = entries.values().iterator();
        while (each.hasNext() && each.next().last().isBefore(oldest)) {
            each.remove();
        }
    }
}
