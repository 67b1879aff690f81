package dev.understudy.redirect.proxy;

import dev.understudy.http.TraceContext;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;

/**
 * Continues the trace of a request where it is forwarded: the request that goes out is a child of the one that came in. A trace that is
 * not told as it should be is not continued, and a new one begins; where there is none, none begins.
 *
 * <p>Source: the recommendation Trace Context of the W3C.
 */
final class TraceForwarding {

    private TraceForwarding() {}

    static void mark(org.eclipse.jetty.server.Request request, Request forwarded) {
        HttpFields headers = request.getHeaders();
        if (!headers.contains(TraceContext.HEADER)) {
            forwarded.headers(fields -> fields.remove(TraceContext.STATE_HEADER));
            return;
        }
        TraceContext known = TraceContext.of(headers);
        TraceContext next = known == null ? TraceContext.begin() : known.child();
        request.setAttribute(TraceContext.FORWARDED, next);
        forwarded.headers(fields -> {
            fields.put(TraceContext.HEADER, next.headerValue());
            if (known == null) {
                fields.remove(TraceContext.STATE_HEADER);
            }
        });
    }
}
