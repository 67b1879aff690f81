package dev.understudy.http.reply;

import dev.understudy.http.condition.EntityTagList;
import dev.understudy.serve.Reply;
import dev.understudy.serve.StandIn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.jetty.http.HttpDateTime;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** Checks the conditions of a request against the answer; RFC 9110, section 13. */
public final class ConditionalRequests {

    /** The start of the entity tags of stand-ins, by which a client shows that it has never got what it asked for. */
    private static final String STAND_IN = "\"stand-in-";

    private static final Set<HttpHeader> CONDITIONS = EnumSet.of(
            HttpHeader.IF_MATCH,
            HttpHeader.IF_UNMODIFIED_SINCE,
            HttpHeader.IF_NONE_MATCH,
            HttpHeader.IF_MODIFIED_SINCE);

    private ConditionalRequests() {}

    /** The outcome of the conditions. */
    enum Outcome {
        /** The answer is sent. */
        SEND,
        /** The client has the answer already. */
        NOT_MODIFIED,
        /** The client wants another answer than this, or none. */
        PRECONDITION_FAILED
    }

    /** Returns the entity tag of an answer, or null. */
    static @Nullable String entityTag(Reply reply) {
        if (reply.digest() == null) {
            return null;
        }
        return (isAsAskedFor(reply) ? "\"" : STAND_IN) + reply.digest() + '"';
    }

    /** Returns whether a client that has the reply has what it asked for, though not in its latest state. */
    private static boolean isAsAskedFor(Reply reply) {
        StandIn standIn = reply.standIn();
        return standIn == null || standIn.kind() == StandIn.Kind.STALE;
    }

    /** Returns whether a request has any condition; nearly none has. */
    private static boolean areIn(HttpFields headers) {
        for (HttpField field : headers) {
            HttpHeader header = field.getHeader();
            if (header != null && CONDITIONS.contains(header)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the outcome of all conditions, in the order of the standard. */
    static Outcome check(HttpFields headers, Reply reply) {
        if (!areIn(headers)) {
            return Outcome.SEND;
        }
        if (isAnotherWanted(headers, reply)) {
            return Outcome.PRECONDITION_FAILED;
        }
        return isKnown(headers, reply) ? Outcome.NOT_MODIFIED : Outcome.SEND;
    }

    private static boolean isAnotherWanted(HttpFields headers, Reply reply) {
        EntityTagList wanted = EntityTagList.of(headers, HttpHeader.IF_MATCH);
        if (wanted != null) {
            // If-Unmodified-Since counts only for clients that know no entity tags.
            return !wanted.matchesStrongly(entityTag(reply));
        }
        Instant since = date(headers.get(HttpHeader.IF_UNMODIFIED_SINCE));
        Instant modified = reply.lastModified();
        return since != null
                && modified != null
                && modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
    }

    private static boolean isKnown(HttpFields headers, Reply reply) {
        EntityTagList known = EntityTagList.of(headers, HttpHeader.IF_NONE_MATCH);
        if (known != null) {
            // If-Modified-Since counts only for clients that know no entity tags.
            return known.matchesWeakly(entityTag(reply));
        }
        Instant since = date(headers.get(HttpHeader.IF_MODIFIED_SINCE));
        Instant modified = reply.lastModified();
        return since != null
                && modified != null
                && !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
    }

    /**
     * Returns whether a client asks for something that it has got before, and only if it has changed. Clients that have a stand-in, or
     * that have further conditions, do not.
     */
    public static boolean isRevalidation(HttpFields headers) {
        if (!areIn(headers)
                || headers.contains(HttpHeader.IF_MATCH)
                || headers.contains(HttpHeader.IF_UNMODIFIED_SINCE)) {
            return false;
        }
        EntityTagList known = EntityTagList.of(headers, HttpHeader.IF_NONE_MATCH);
        return known == null
                ? date(headers.get(HttpHeader.IF_MODIFIED_SINCE)) != null
                : known.isAny()
                        || !known.tags().isEmpty() && known.tags().stream().noneMatch(tag -> tag.contains(STAND_IN));
    }

    /** Returns the one entity tag that a client has; null for none or several. */
    static @Nullable String onlyKnownTag(HttpFields headers) {
        EntityTagList known = EntityTagList.of(headers, HttpHeader.IF_NONE_MATCH);
        return known != null && known.tags().size() == 1 ? known.tags().get(0) : null;
    }

    /**
     * Returns whether a range of this answer continues the part that the client has already. A weak entity tag never says so, and a date
     * only if it is that of the file itself: the time that a record states stays when the file is replaced.
     */
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
        return date != null
                && modified != null
                && reply.stamps().stream().anyMatch(stamp -> modified.equals(Instant.ofEpochMilli(stamp.modified())))
                && date.equals(modified.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns the date in a field; null when there is none, or a malformed one, which is ignored. */
    private static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null ? null : HttpDateTime.parse(text).toInstant();
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }
}
