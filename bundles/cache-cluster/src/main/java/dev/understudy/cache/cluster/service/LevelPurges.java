package dev.understudy.cache.cluster.service;

import dev.understudy.cache.cluster.Purge;
import dev.understudy.observe.ReplySelection;
import dev.understudy.observe.SourceWarming;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has sources that are kept smaller be forgotten as others have said, also those of a service that was not there when they said so. A purge is due
 * until a service has carried it out that was there all the time. Safe for many threads.
 */
final class LevelPurges {

    /** Purges that are told apart while there is no service; one more is a purge of everything. */
    static final int MAX_DUE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(LevelPurges.class);

    private final Executor writer;
    private final Set<Purge> due = new LinkedHashSet<>();
    private @Nullable SourceWarming present;

    /**
     * @param writer runs what may take seconds
     */
    LevelPurges(Executor writer) {
        this.writer = writer;
    }

    void use(SourceWarming service) {
        synchronized (this) {
            present = service;
            if (due.isEmpty()) {
                return;
            }
        }
        writer.execute(this::retry);
    }

    synchronized void unset(SourceWarming service) {
        if (present == service) {
            present = null;
        }
    }

    /** Purges now, or as soon as there is something to purge. */
    void purge(List<Purge> purges) {
        synchronized (this) {
            due.addAll(purges);
            if (due.size() > MAX_DUE) {
                Purge last = purges.get(purges.size() - 1);
                due.clear();
                due.add(new Purge(last.id(), last.time(), ReplySelection.ALL));
            }
        }
        carryOut();
    }

    /** Purges what is due still, if there is something. */
    void retry() {
        try {
            carryOut();
        } catch (RuntimeException e) {
            LOG.warn("What others have purged cannot be forgotten, and is tried again", e);
        }
    }

    private void carryOut() {
        SourceWarming service;
        List<Purge> purges;
        synchronized (this) {
            service = present;
            purges = List.copyOf(due);
        }
        if (service == null || purges.isEmpty()) {
            return;
        }
        service.purge(purges.stream().map(Purge::which).toList());
        synchronized (this) {
            // One that went away meanwhile may have done nothing.
            if (present == service) {
                purges.forEach(due::remove);
            }
        }
    }
}
