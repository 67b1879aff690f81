package dev.understudy.redirect.proxy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Tells whether a client can use the answer "304 Not Modified"; RFC 9110, section 15.4.5. */
final class Validators {

    private static final Pattern OPAQUE_TAG = Pattern.compile("\"[^\"]*\"");

    private Validators() {}

    /**
     * Returns whether the request contains the validator to which the answer, a 304, refers.
     *
     * @param request the headers of the request
     * @param answer the headers of the answer
     */
    static boolean match(HttpFields request, HttpFields answer) {
        String known = String.join(",", request.getValuesList(HttpHeader.IF_NONE_MATCH));
        if (known.isBlank()) {
            return request.contains(HttpHeader.IF_MODIFIED_SINCE);
        }
        String tag = answer.get(HttpHeader.ETAG);
        return tag == null
                || known.strip().equals("*")
                || opaque(known).anyMatch(opaque(tag).toList()::contains);
    }

    /** Returns the tags of a list without their mark of weakness, which does not matter here; section 8.8.3.2. */
    private static Stream<String> opaque(String tags) {
        return OPAQUE_TAG.matcher(tags).results().map(MatchResult::group);
    }
}
