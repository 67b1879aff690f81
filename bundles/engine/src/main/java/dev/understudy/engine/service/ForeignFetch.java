package dev.understudy.engine.service;

import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import java.time.Instant;
import java.util.List;

/**
 * Has the foreign images of requests be at hand before work on them begins, so that only the request itself waits for another
 * server, and no thread that draws.
 */
final class ForeignFetch {

    private final SourceAccess sources;
    private final WorkScheduler scheduler;

    /**
     * @param sources fetches them
     * @param scheduler lets in requests that wait for that
     */
    ForeignFetch(SourceAccess sources, WorkScheduler scheduler) {
        this.sources = sources;
        this.scheduler = scheduler;
    }

    /**
     * Fetches what a request that has been let in needs; nothing for most.
     *
     * @throws ServeException as {@link SourceAccess#fetch}
     */
    void admitted(PlannedRequest request, Instant deadline) throws ServeException {
        List<SourceKey> foreign = foreign(request);
        if (!foreign.isEmpty()) {
            sources.fetch(foreign, deadline);
        }
    }

    /**
     * The same for a request that is still to be let in.
     *
     * @throws ServeException as {@link WorkScheduler#admit} and {@link SourceAccess#fetch}
     */
    void unadmitted(PlannedRequest request, Instant deadline) throws ServeException {
        List<SourceKey> foreign = foreign(request);
        if (!foreign.isEmpty()) {
            try (var permit = scheduler.admit(request.summary().catalog().rootId(), deadline)) {
                sources.fetch(foreign, deadline);
            }
        }
    }

    private static List<SourceKey> foreign(PlannedRequest request) {
        return request.sources().stream().filter(SourceKey::isForeign).toList();
    }
}
