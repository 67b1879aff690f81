package dev.understudy.http.log;

import dev.understudy.http.passage.RequestTrace;
import dev.understudy.observe.AccessRecord;
import java.time.ZonedDateTime;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * A finished request, as the log sees it.
 *
 * @param sent when its answer had been sent
 * @param nanos how long it took
 */
record LoggedExchange(
        Request request,
        Response response,
        AccessRecord observation,
        RequestTrace passage,
        ZonedDateTime sent,
        long nanos) {

    static LoggedExchange of(Request request, Response response, ZonedDateTime sent) {
        AccessRecord observation =
                request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord observed ? observed : nothing();
        long nanos = NanoTime.since(request.getBeginNanoTime());
        return new LoggedExchange(request, response, observation, RequestTrace.of(request), sent, nanos);
    }

    /** For requests that no handler of images or content has seen. */
    private static AccessRecord nothing() {
        AccessRecord observation = new AccessRecord();
        observation.requestType("");
        return observation;
    }

    /** Bytes of the body that were sent. */
    long bytes() {
        return Response.getContentBytesWritten(response);
    }
}
