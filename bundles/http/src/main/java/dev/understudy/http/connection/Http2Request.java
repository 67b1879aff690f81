package dev.understudy.http.connection;

import dev.understudy.http.RawTarget;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** A request of HTTP/2 as the same request of HTTP/1.1 would be: with the field {@code Host}, and with the same target. */
final class Http2Request extends Request.Wrapper {

    private static final int ASCII = 0x80;

    private final HttpFields headers;

    private Http2Request(Request request, String host) {
        super(request);
        headers = HttpFields.build(request.getHeaders()).put(HttpHeader.HOST, host);
    }

    static Request of(Request request) {
        String host = request.getHttpURI().getAuthority();
        Request complete = host == null || request.getHeaders().contains(HttpHeader.HOST)
                ? request
                : new Http2Request(request, host);
        String target = request.getHttpURI().getPathQuery();
        // HPACK has a char for each byte; HTTP/1.1 has these bytes read as UTF-8, or put back where they are none.
        return target != null && target.chars().anyMatch(each -> each >= ASCII)
                ? RawTarget.restored(complete, target)
                : complete;
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }
}
