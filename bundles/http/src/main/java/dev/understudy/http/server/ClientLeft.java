package dev.understudy.http.server;

import dev.understudy.http.trace.RequestTrace;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;

/** Tells requests that their clients took back before any handler saw them from errors of the server, which Jetty gives as 500. */
final class ClientLeft {

    /** The status in the log for which there is no reply; the number is that of other servers. */
    static final int STATUS = 499;

    private ClientLeft() {}

    /** Returns a log that passes requests on to another one, those that were taken back with the status 499. */
    static RequestLog telling(RequestLog next) {
        return (request, response) ->
                next.log(request, isTakenBack(request, response) ? new WithoutReply(request, response) : response);
    }

    /** Returns whether the response is one that nobody waits for. */
    static boolean isToldBy(Response response) {
        return response instanceof WithoutReply;
    }

    /** What else Jetty refuses before the first handler has a status of its own (4xx); only HTTP/2 can take a request back. */
    private static boolean isTakenBack(Request request, Response response) {
        return response.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR_500
                && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2
                && RequestTrace.of(request).thread() == null;
    }

    /** A reply that nobody waits for. */
    private static final class WithoutReply extends Response.Wrapper {

        WithoutReply(Request request, Response response) {
            super(request, response);
        }

        @Override
        public int getStatus() {
            return STATUS;
        }
    }
}
