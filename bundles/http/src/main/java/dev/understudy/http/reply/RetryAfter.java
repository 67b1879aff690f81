package dev.understudy.http.reply;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;

/**
 * Tells clients that what is wrong will pass, and when to ask again: every 503 of this server does, whoever made it. Errors
 * in scripts have another status and no such header, as nothing would look at it there.
 */
final class RetryAfter {

    /** Overload passes within moments, and a storage that is back is used at once. */
    private static final String SECONDS = "1";

    private RetryAfter() {}

    /** Says so in a response whose status is set and calls for it. */
    static void mark(Response response) {
        if (response.getStatus() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, SECONDS);
        }
    }
}
