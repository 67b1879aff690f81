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
 * Has the sources of requests that are not on this machine, foreign images and files of stores, be at hand before work on them begins, so
 * that only the request itself waits for another server, and no thread that draws. They stay at hand until the lease ends.
 */
public final class SourceFetch {

    private final SourceAccess sources;
    private final WorkScheduler scheduler;

    /**
     * A fetch.
     *
     * @param sources fetches them
     * @param scheduler lets in requests that wait for that
     */
    public SourceFetch(SourceAccess sources, WorkScheduler scheduler) {
        this.sources = sources;
        this.scheduler = scheduler;
    }

    /**
     * Fetches what a request that has been let in needs; nothing for most.
     *
     * @throws ServeException as {@link SourceAccess#fetch}
     */
    public SourceLease admitted(PlannedRequest request, Instant deadline) throws ServeException {
        List<SourceKey> remote = remote(request);
        return remote.isEmpty()
                ? SourceLease.NONE
                : sources.fetch(remote, request.summary().catalog().rootId(), deadline);
    }

    private List<SourceKey> remote(PlannedRequest request) {
        return request.dependencies().stream().filter(sources::isRemote).toList();
    }

    /**
     * The same for a request that is still to be let in.
     *
     * @throws ServeException as {@link WorkScheduler#admit} and {@link SourceAccess#fetch}
     */
    public SourceLease unadmitted(PlannedRequest request, Instant deadline) throws ServeException {
        return unadmitted(remote(request), request.summary().catalog().rootId(), deadline);
    }

    /**
     * The same for some sources; those that are on this machine are left alone.
     *
     * @param tenant the catalog that they are fetched for
     * @throws ServeException as above
     */
    public SourceLease unadmitted(Collection<SourceKey> wanted, String tenant, Instant deadline) throws ServeException {
        List<SourceKey> remote = wanted.stream().filter(sources::isRemote).toList();
        if (remote.isEmpty()) {
            return SourceLease.NONE;
        }
        try (AdmissionPermit permit = scheduler.admit(tenant, deadline)) {
            return sources.fetch(remote, tenant, deadline);
        }
    }
}
