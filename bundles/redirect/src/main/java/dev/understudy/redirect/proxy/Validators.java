package dev.understudy.redirect.proxy;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Whether a client can make something of "304 Not Modified"; RFC 9110, section 15.4.5. */
final class Validators {

    private static final Pattern OPAQUE_TAG = Pattern.compile("\"[^\"]*\"");

    private Validators() {}

    /**
     * Whether the request has the validator that the answer, a 304, speaks of.
     *
     * @param request its headers
     * @param answer its headers
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

    /** The tags of a list without their weakness, which does not count in comparisons; section 8.8.3.2. */
    private static Stream<String> opaque(String tags) {
        return OPAQUE_TAG.matcher(tags).results().map(MatchResult::group);
    }
}
