package dev.understudy.http;

import java.util.Locale;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The target of a request whose bytes are no UTF-8, as clients send it that encode nothing. Jetty replaces such bytes by U+FFFD.
 * Here they are put back as though they had come encoded, and kept as they came for whoever passes the request on.
 */
public final class RawTarget {

    private static final String ATTRIBUTE = "dev.understudy.http.rawTarget";
    private static final char REPLACEMENT = '\uFFFD';
    private static final int ASCII = 0x80;

    private RawTarget() {}

    /** Returns the target with a char for each of its bytes; null if it has come without bytes that are no UTF-8. */
    public static @Nullable String of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof String target ? target : null;
    }

    /** Returns whether the target has lost bytes, which are not known any more. */
    public static boolean isLost(Request request) {
        return request.getHttpURI().getPathQuery().indexOf(REPLACEMENT) >= 0;
    }

    /**
     * Returns the request with this target in place of one that has lost bytes.
     *
     * @param target with a char for each byte
     */
    public static Request restored(Request request, String target) {
        request.setAttribute(ATTRIBUTE, target);
        HttpURI uri =
                HttpURI.build(request.getHttpURI()).pathQuery(encoded(target)).asImmutable();
        return new Request.Wrapper(request) {
            @Override
            public HttpURI getHttpURI() {
                return uri;
            }
        };
    }

    private static String encoded(String target) {
        StringBuilder out = new StringBuilder(target.length());
        for (char octet : target.toCharArray()) {
            out.append(octet < ASCII ? String.valueOf(octet) : String.format(Locale.ROOT, "%%%02X", (int) octet));
        }
        return out.toString();
    }
}
