package dev.understudy.redirect.proxy;

import java.util.regex.Pattern;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Marks a request that has been forwarded, so that it is never forwarded again: servers may be each other's secondary. Both
 * marks must be gone for a second hop; a client that sets one only keeps its own request from being forwarded.
 */
final class OneHop {

    /** What this kind of server is called in {@code Via}. */
    static final String PSEUDONYM = "understudy";

    /** Protocol, pseudonym, comment. */
    private static final Pattern VIA_ENTRY =
            Pattern.compile("\\s*\\S+\\s+" + PSEUDONYM + "(\\s.*)?", Pattern.CASE_INSENSITIVE);

    private static final HttpField MARKER = new HttpField("Understudy-Forwarded", "1");

    private OneHop() {}

    static void mark(Request request) {
        request.headers(headers -> headers.put(MARKER));
    }

    static boolean isMarked(HttpFields headers) {
        return headers.contains(MARKER.getName())
                || ListFields.members(headers, HttpHeader.VIA).anyMatch(OneHop::isOurs);
    }

    private static boolean isOurs(String via) {
        return VIA_ENTRY.matcher(via).matches();
    }
}
