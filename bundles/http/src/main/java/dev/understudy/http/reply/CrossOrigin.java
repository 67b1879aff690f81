package dev.understudy.http.reply;

import dev.understudy.http.field.FieldEncoders;
import dev.understudy.observe.RecentFailures.IgnoredCommand;
import dev.understudy.serve.Call;
import dev.understudy.serve.StandIn;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** The rule for scripts of other sites that read answers. */
public enum CrossOrigin {
    /** Scripts of all sites may read the answers: they draw and measure images of other sites. */
    OPEN,
    /** Scripts of other sites may not read the answers, by the rules of browsers. */
    CLOSED;

    private static final HttpField ALLOW_ALL = FieldEncoders.field(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");

    /** The headers that scripts may read, beyond the few that browsers always allow. */
    private static final HttpField EXPOSE = FieldEncoders.field(
            HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS,
            "ETag, Content-Length, Retry-After, " + StandIn.HEADER + ", " + IgnoredCommand.HEADER + ", " + Call.FAULT);

    private static final String DAY_IN_SECONDS = "86400";

    /** Adds the headers of this rule to an answer. */
    public void mark(HttpFields.Mutable headers) {
        if (this == OPEN) {
            headers.put(ALLOW_ALL);
            headers.put(EXPOSE);
        }
    }

    /** Adds the headers of this rule to the answer to a preflight request. */
    void preflight(Request request, Response response, String methods) {
        if (this == OPEN && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)) {
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, methods);
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, "*");
            response.getHeaders().put(HttpHeader.ACCESS_CONTROL_MAX_AGE, DAY_IN_SECONDS);
        }
    }
}
