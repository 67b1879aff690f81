package dev.understudy.redirect.log;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.Failure;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Fills in the fields of the access log for one forward, if the request has a log record. */
public final class ForwardLog {

    private final @Nullable AccessRecord observation;
    private final long start = System.nanoTime();

    /** Begins with a request that is about to be forwarded. */
    public ForwardLog(Request request) {
        observation = request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord present ? present : null;
        if (observation != null) {
            observation.cacheUse(CacheUse.REMOTE);
        }
    }

    /** Records the server that is asked now. */
    public void recordServer(Secondary secondary) {
        if (observation != null) {
            observation.context(secondary.toString());
        }
    }

    /** Records why a server did not answer. */
    public void recordFailure(Failure failure) {
        if (observation != null) {
            observation.exception(failure.kind().code() + ": " + failure.message());
        }
    }

    /** Records why an answer broke off of which the client has a part. */
    public void recordBrokenAnswer(Failure failure) {
        recordFailure(failure);
        if (observation != null) {
            observation.processingStatus(failure.kind().processingStatus());
        }
    }

    /** Records that the client did not wait for the end of the answer. */
    public void recordClientLeft() {
        if (observation != null) {
            observation.exception("The client has left");
        }
    }

    /** Adds the time since the beginning to the time that the request has waited for others. */
    public void recordWait() {
        if (observation != null) {
            observation.fetchNanos(observation.fetchNanos() + System.nanoTime() - start);
        }
    }
}
