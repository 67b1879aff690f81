package dev.understudy.image.handler;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Tells who has a request be made: a client of its own accord, or a browser because a page of another site says so, whose user knows
 * nothing of it.
 *
 * <p>Source: the W3C's draft on request headers of fetch metadata, and RFC 6454, section 7.
 */
final class RequestOrigin {

    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private RequestOrigin() {}

    /** Whether a request may change something: it is a GET without preconditions, and no page of another site has it be made. */
    static boolean mayChange(Request request) {
        HttpFields headers = request.getHeaders();
        // Preconditions are checked against the answer, when it is too late.
        return HttpMethod.GET.is(request.getMethod())
                && !headers.contains(HttpHeader.IF_MATCH)
                && !headers.contains(HttpHeader.IF_NONE_MATCH)
                && !headers.contains(HttpHeader.IF_UNMODIFIED_SINCE)
                && !isOfAnotherSite(headers);
    }

    private static boolean isOfAnotherSite(HttpFields headers) {
        boolean origin = false;
        for (HttpField field : headers) {
            if (FETCH_SITE.equalsIgnoreCase(field.getName())) {
                String site = field.getValue();
                return !"none".equals(site) && !"same-origin".equals(site);
            }
            origin |= field.getHeader() == HttpHeader.ORIGIN;
        }
        // Scripts of a page send their origin with a GET only to another one. Browsers tell whose page has them ask
        // only over HTTPS.
        return origin || isBrowser(headers.get(HttpHeader.USER_AGENT));
    }

    private static boolean isBrowser(@Nullable String agent) {
        return agent != null && agent.startsWith("Mozilla/");
    }
}
