package dev.understudy.redirect.proxy;

import java.util.regex.Pattern;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Marks forwarded requests, so that no server forwards them again: two servers may be each other's secondary. There are two marks, and a
 * request would have to lose both to be forwarded twice. A client that sets one only keeps its own request from being forwarded.
 */
public final class LoopGuard {

    /** The name of this kind of server in {@code Via}. */
    static final String PSEUDONYM = "understudy";

    /** Protocol, pseudonym, comment. */
    private static final Pattern VIA_ENTRY =
            Pattern.compile("\\s*\\S+\\s+" + PSEUDONYM + "(\\s.*)?", Pattern.CASE_INSENSITIVE);

    private static final HttpField MARKER = new HttpField("Understudy-Forwarded", "1");

    private LoopGuard() {}

    /** Adds the mark that does not come with {@code Via}. */
    static void mark(Request request) {
        request.headers(headers -> headers.put(MARKER));
    }

    /** Returns whether a request with these headers has been forwarded. */
    public static boolean isMarked(HttpFields headers) {
        return headers.contains(MARKER.getName())
                || headers.contains(HttpHeader.VIA)
                        && HeaderLists.members(headers, HttpHeader.VIA).anyMatch(LoopGuard::isOurs);
    }

    private static boolean isOurs(String via) {
        return VIA_ENTRY.matcher(via).matches();
    }
}
