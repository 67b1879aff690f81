package dev.understudy.http.log;

import dev.understudy.http.log.LogClock.LogTime;
import dev.understudy.http.trace.RequestTrace;
import dev.understudy.observe.AccessRecord;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/**
 * A finished request with everything that the log may tell of it.
 *
 * @param sent when the answer had been sent
 * @param nanos from the first byte of the request to the end of the answer
 */
record LoggedExchange(
        Request request, Response response, AccessRecord accessRecord, RequestTrace trace, LogTime sent, long nanos) {

    static LoggedExchange of(Request request, Response response, LogTime sent) {
        AccessRecord accessRecord =
                request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord observed ? observed : nothing();
        long nanos = NanoTime.since(request.getBeginNanoTime());
        return new LoggedExchange(request, response, accessRecord, RequestTrace.of(request), sent, nanos);
    }

    /** Returns the record of a request that has reached no handler of images or content. */
    private static AccessRecord nothing() {
        AccessRecord accessRecord = new AccessRecord();
        accessRecord.requestType("");
        return accessRecord;
    }

    /** Returns how many bytes of the body were sent. */
    long bytes() {
        return Response.getContentBytesWritten(response);
    }
}
