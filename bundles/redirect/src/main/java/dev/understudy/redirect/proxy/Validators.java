package dev.understudy.redirect.proxy;

import dev.understudy.http.condition.EntityTagList;
import java.util.EnumSet;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Tells whether a client can use the answer "304 Not Modified"; RFC 9110, section 15.4.5. */
final class Validators {

    private Validators() {}

    /**
     * Returns whether the request contains the validator to which the answer, a 304, refers.
     *
     * @param request the headers of the request
     * @param answer the headers of the answer
     */
    static boolean match(HttpFields request, HttpFields answer) {
        EntityTagList known = EntityTagList.of(request, HttpHeader.IF_NONE_MATCH);
        if (known == null) {
            return request.contains(HttpHeader.IF_MODIFIED_SINCE);
        }
        String tag = answer.get(HttpHeader.ETAG);
        return known.isWellFormed() && (tag == null || known.matchesWeakly(tag));
    }

    /** Returns whether a request is conditional, so that it may be the reason for a 304. */
    static boolean areIn(HttpFields request) {
        return request.contains(HttpHeader.IF_NONE_MATCH) || request.contains(HttpHeader.IF_MODIFIED_SINCE);
    }

    /**
     * Takes the conditions from a request whose list of entity tags is none: what another server takes it for, such as for any tag,
     * may be something else than here, and the request is not conditional then.
     */
    static void removeMalformed(Request request) {
        if (!request.getHeaders().contains(HttpHeader.IF_NONE_MATCH)) {
            return;
        }
        EntityTagList known = EntityTagList.of(request.getHeaders(), HttpHeader.IF_NONE_MATCH);
        if (known != null && !known.isWellFormed()) {
            request.headers(
                    headers -> headers.remove(EnumSet.of(HttpHeader.IF_NONE_MATCH, HttpHeader.IF_MODIFIED_SINCE)));
        }
    }
}
