package dev.understudy.http.reply;

import dev.understudy.http.EntityTagList;
import dev.understudy.serve.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Checks the conditions of a request against the answer; RFC 9110, section 13. */
final class ConditionalRequests {

    private ConditionalRequests() {}

    /** Returns the entity tag of an answer, or null. */
    static @Nullable String entityTag(Reply reply) {
        return reply.digest() == null ? null : '"' + reply.digest() + '"';
    }

    /** Returns whether the client has this answer already. */
    static boolean notModified(HttpFields headers, Reply reply) {
        EntityTagList known = EntityTagList.of(headers, HttpHeader.IF_NONE_MATCH);
        if (known != null) {
            // If-Modified-Since counts only for clients that know no entity tags.
            return known.matchesWeakly(entityTag(reply));
        }
        return notChangedSince(headers.get(HttpHeader.IF_MODIFIED_SINCE), reply.lastModified());
    }

    /** Returns whether a range of this answer continues the part that the client has already. */
    static boolean rangeApplies(HttpFields headers, Reply reply) {
        String validator = headers.get(HttpHeader.IF_RANGE);
        if (validator == null) {
            return true;
        }
        if (validator.startsWith("\"") || validator.startsWith("W/")) {
            return validator.equals(entityTag(reply));
        }
        Instant date = date(validator);
        Instant modified = reply.lastModified();
        return date != null && modified != null && date.equals(modified.truncatedTo(ChronoUnit.SECONDS));
    }

    private static boolean notChangedSince(@Nullable String since, @Nullable Instant modified) {
        if (since == null || modified == null) {
            return false;
        }
        Instant date = date(since);
        return date != null && !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(date);
    }

    private static @Nullable Instant date(String text) {
        try {
            return HttpDateTime.parse(text).toInstant();
        } catch (IllegalArgumentException | DateTimeException e) {
            // A malformed date is ignored.
            return null;
        }
    }
}
