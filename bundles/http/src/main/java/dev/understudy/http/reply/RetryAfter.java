package dev.understudy.http.reply;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;

/**
 * Tells clients when to ask again, in every 503 of this server. Errors for scripts have another status and no such header, since
 * scripts do not read it.
 */
final class RetryAfter {

    /** One second, because overload passes soon, and storage that is back is used at once. */
    private static final String SECONDS = "1";

    private RetryAfter() {}

    /** Adds the header to a response whose status is 503. */
    static void mark(Response response) {
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, SECONDS);
        }
    }
}
