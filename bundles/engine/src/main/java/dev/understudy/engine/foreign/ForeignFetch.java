package dev.understudy.engine.foreign;

import dev.understudy.engine.gate.AdmissionPermit;
import dev.understudy.engine.gate.WorkScheduler;
import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Has the foreign images of requests be at hand before work on them begins, so that only the request itself waits for another
 * server, and no thread that draws. They stay at hand until the lease ends.
 */
public final class ForeignFetch {

    private final SourceAccess sources;
    private final WorkScheduler scheduler;

    /**
     * A fetch.
     *
     * @param sources fetches them
     * @param scheduler lets in requests that wait for that
     */
    public ForeignFetch(SourceAccess sources, WorkScheduler scheduler) {
        this.sources = sources;
        this.scheduler = scheduler;
    }

    /**
     * Fetches what a request that has been let in needs; nothing for most.
     *
     * @throws ServeException as {@link SourceAccess#fetch}
     */
    public SourceLease admitted(PlannedRequest request, Instant deadline) throws ServeException {
        List<SourceKey> foreign = request.foreignSources();
        return foreign.isEmpty()
                ? SourceLease.NONE
                : sources.fetch(foreign, request.summary().catalog().rootId(), deadline);
    }

    /**
     * The same for a request that is still to be let in.
     *
     * @throws ServeException as {@link WorkScheduler#admit} and {@link SourceAccess#fetch}
     */
    public SourceLease unadmitted(PlannedRequest request, Instant deadline) throws ServeException {
        return unadmitted(request.foreignSources(), request.summary().catalog().rootId(), deadline);
    }

    /**
     * The same for some images.
     *
     * @param tenant the catalog that they are fetched for
     * @throws ServeException as above
     */
    public SourceLease unadmitted(Collection<SourceKey> foreign, String tenant, Instant deadline)
            throws ServeException {
        if (foreign.isEmpty()) {
            return SourceLease.NONE;
        }
        try (AdmissionPermit permit = scheduler.admit(tenant, deadline)) {
            return sources.fetch(foreign, tenant, deadline);
        }
    }
}
