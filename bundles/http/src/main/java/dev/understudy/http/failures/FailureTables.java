package dev.understudy.http.failures;

import dev.understudy.failure.FailureKind;
import dev.understudy.observe.RecentFailures;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Request;

/** Counts what finished requests tell of failures and of commands that did nothing. */
public final class FailureTables implements RecentFailures {

    private final FailureTable failures;
    private final IgnoredCommandTable ignored;

    /** Creates empty tables. */
    public FailureTables(InstantSource clock) {
        failures = new FailureTable(clock);
        ignored = new IgnoredCommandTable(clock);
    }

    /** Counts a request that has been answered. */
    public void finished(Request request) {
        failures.finished(request);
        ignored.finished(request);
    }

    @Override
    public List<FailureRecord> entries() {
        return failures.entries();
    }

    @Override
    public Map<FailureKind, List<Long>> hours() {
        return failures.hours();
    }

    @Override
    public List<IgnoredCommand> ignored() {
        return ignored.entries();
    }
}
