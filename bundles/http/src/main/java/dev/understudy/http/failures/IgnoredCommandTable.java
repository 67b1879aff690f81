package dev.understudy.http.failures;

import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.RecentFailures.IgnoredCommand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the commands that did nothing, by catalog, and tells the log of each once a catalog. */
public final class IgnoredCommandTable {

    private static final Logger LOG = LoggerFactory.getLogger(IgnoredCommandTable.class);

    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int MAX_ENTRIES = 2_000;

    private final InstantSource clock;
    /** The entries, in the order in which they happened last. */
    private final Map<Key, IgnoredCommand> entries = new LinkedHashMap<>();

    private record Key(String command, String rootId) {}

    public IgnoredCommandTable(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts the commands that did nothing in a request that has been answered. */
    public void finished(Request request) {
        if (request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord accessRecord) {
            accessRecord.ignored().forEach(command -> add(command, accessRecord.rootId()));
        }
    }

    /** The commands of the last day, the latest first. */
    public List<IgnoredCommand> entries() {
        Instant oldest = clock.instant().minus(MEMORY);
        synchronized (entries) {
            return entries.values().stream()
                    .filter(entry -> !entry.last().isBefore(oldest))
                    .sorted(Comparator.comparing(IgnoredCommand::last).reversed())
                    .toList();
        }
    }

    void add(String command, String rootId) {
        Instant now = clock.instant();
        IgnoredCommand before;
        Key key = new Key(command, rootId);
        synchronized (entries) {
            before = entries.remove(key);
            long count = before == null ? 0 : before.count();
            entries.put(
                    key, new IgnoredCommand(command, rootId, count + 1, before == null ? now : before.first(), now));
            if (entries.size() > MAX_ENTRIES) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
        if (before == null) {
            LOG.info(
                    "Requests of catalog '{}' have {}=, which has no effect and is ignored; told once",
                    rootId.isEmpty() ? "default" : rootId,
                    command);
        }
    }
}
