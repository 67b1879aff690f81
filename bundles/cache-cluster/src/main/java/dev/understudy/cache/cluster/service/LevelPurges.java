package dev.understudy.cache.cluster.service;

import dev.understudy.cache.cluster.Purge;
import dev.understudy.observe.CachedReplies.ReplyOrigin;
import dev.understudy.observe.SourceWarming;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Has sources that are kept smaller be forgotten as others have said, also those of a service that was not there when they said so. Safe for many threads. */
final class LevelPurges {

    private final Executor writer;
    private final List<Purge> missed = new ArrayList<>();
    private @Nullable SourceWarming present;

    /**
     * @param writer runs what may take seconds
     */
    LevelPurges(Executor writer) {
        this.writer = writer;
    }

    void use(SourceWarming service) {
        List<Purge> due;
        synchronized (this) {
            present = service;
            due = List.copyOf(missed);
            missed.clear();
        }
        if (!due.isEmpty()) {
            writer.execute(() -> purge(service, due));
        }
    }

    synchronized void unset(SourceWarming service) {
        if (present == service) {
            present = null;
        }
    }

    /** Purges now, or as soon as there is something to purge. */
    void purge(List<Purge> purges) {
        SourceWarming service;
        synchronized (this) {
            service = present;
            if (service == null) {
                missed.addAll(purges);
                return;
            }
        }
        purge(service, purges);
    }

    private static void purge(SourceWarming service, List<Purge> purges) {
        service.purge(source -> {
            ReplyOrigin origin = new ReplyOrigin(List.of(), Set.of(source));
            return purges.stream().anyMatch(purge -> purge.which().test(origin));
        });
    }
}
