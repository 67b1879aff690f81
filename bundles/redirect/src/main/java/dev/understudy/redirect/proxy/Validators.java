package dev.understudy.redirect.proxy;

import dev.understudy.http.EntityTagList;
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
}
