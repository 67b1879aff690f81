package dev.understudy.engine.gate;

import dev.understudy.failure.ServeException;
import java.time.Instant;

/** A request that has been let in: work may be done for it until its deadline. It is given back when the request ends. */
public final class AdmissionPermit implements AutoCloseable {

    private final WorkScheduler scheduler;
    private final String tenant;
    private final Instant deadline;

    AdmissionPermit(WorkScheduler scheduler, String tenant, Instant deadline) {
        this.scheduler = scheduler;
        this.tenant = tenant;
        this.deadline = deadline;
    }

    /**
     * Has work done, and waits for it. What it throws unchecked is thrown here.
     *
     * @throws ServeException the work's own; {@code server.overloaded} when it is not done by the deadline or memory is short;
     *     {@code size.limit} when it takes more memory than there is
     */
    public <T> T run(Task<T> work) throws ServeException {
        return scheduler.runAdmitted(tenant, deadline, work);
    }

    @Override
    public void close() {
        scheduler.leave(tenant);
    }
}
