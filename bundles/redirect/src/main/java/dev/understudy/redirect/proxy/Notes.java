package dev.understudy.redirect.proxy;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.Failure;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** What the access log is told of one forward. */
final class Notes {

    private final @Nullable AccessRecord observation;
    private final long start = System.nanoTime();

    Notes(Request request) {
        observation = request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord present ? present : null;
        if (observation != null) {
            observation.cacheUse(CacheUse.REMOTE);
        }
    }

    /** This server is asked. */
    void asks(Secondary secondary) {
        if (observation != null) {
            observation.context(secondary.toString());
        }
    }

    /** It did not answer. */
    void failed(Failure failure) {
        if (observation != null) {
            observation.exception(failure.kind().code() + ": " + failure.message());
        }
    }

    /** It did not answer to the end, and the client has got a part. */
    void brokeOff(Failure failure) {
        failed(failure);
        if (observation != null) {
            observation.processingStatus(failure.kind().processingStatus());
        }
    }

    /** The client did not wait for the end. */
    void clientLeft() {
        if (observation != null) {
            observation.exception("The client has left");
        }
    }

    /** Until now it was waited for an answer. */
    void waited() {
        if (observation != null) {
            observation.fetchNanos(observation.fetchNanos() + System.nanoTime() - start);
        }
    }
}
