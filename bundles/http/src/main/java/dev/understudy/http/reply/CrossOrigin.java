package dev.understudy.http.reply;

import dev.understudy.serve.StandIn;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Whether scripts of other sites may read the answers. */
public enum CrossOrigin {
    /** They may: images of all sites are drawn and measured by scripts of other sites. */
    OPEN,
    /** The browser's rules are left as they are. */
    CLOSED;

    /** Beyond the few headers that every script may read. */
    private static final String EXPOSED = "ETag, Content-Length, Retry-After, " + StandIn.HEADER;

    private static final String DAY_IN_SECONDS = "86400";

    /** Says so in an answer. */
    public void mark(Response response) {
        if (this == OPEN) {
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
    }

    /** Answers the question that a browser asks before it sends an unusual request. */
    void preflight(Request request, Response response, String methods) {
        if (this == OPEN && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)) {
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, methods);
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, "*");
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_MAX_AGE, DAY_IN_SECONDS);
        }
    }
}
