package dev.understudy.http.server;

import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.ServingListeners;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * Tells listeners of requests that have ended.
 *
 * @param listeners who is told
 */
record FinishedRequests(ServingListeners listeners) {

    /** Tells of a request, or of one that its client took back unanswered; costs nothing when nobody listens. */
    void tell(Request request, Response response) {
        if (listeners.isEmpty()) {
            return;
        }
        if (ClientLeft.isToldBy(response)) {
            listeners.onCanceledRequest();
            return;
        }
        listeners.onRequest(
                request.getMethod(),
                RequestTrace.of(request).mount(),
                response.getStatus(),
                NanoTime.since(request.getBeginNanoTime()),
                request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord known ? known : null);
    }
}
