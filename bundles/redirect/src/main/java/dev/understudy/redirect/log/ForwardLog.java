package dev.understudy.redirect.log;

import dev.understudy.catalog.Secondary;
import dev.understudy.failure.Failure;
import dev.understudy.observe.AccessRecord;
import dev.understudy.observe.CacheUse;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Fills in the fields of the access log for one forward, if the request has a log record. */
public final class ForwardLog {

    private final @Nullable AccessRecord accessRecord;
    private final long start = System.nanoTime();

    /** Begins with a request that is about to be forwarded. */
    public ForwardLog(Request request) {
        accessRecord = request.getAttribute(AccessRecord.ATTRIBUTE) instanceof AccessRecord present ? present : null;
    }

    /** Records that the request has left for a server, or has tried to. */
    public void recordSent() {
        if (accessRecord != null) {
            accessRecord.cacheUse(CacheUse.REMOTE);
        }
    }

    /** Records the entity tag of the answer, without its quotation marks as those of other answers. */
    public void recordEntityTag(String tag) {
        if (accessRecord != null) {
            accessRecord.digest(withoutQuotes(tag));
        }
    }

    /** Returns what an entity tag has between its quotation marks; what is none as it is. */
    private static String withoutQuotes(String tag) {
        int open = tag.startsWith("W/") ? 2 : 0;
        int close = tag.length() - 1;
        boolean quoted = close > open && tag.charAt(open) == '"' && tag.indexOf('"', open + 1) == close;
        return quoted ? tag.substring(open + 1, close) : tag;
    }

    /** Records the server that is asked now. */
    public void recordServer(Secondary secondary) {
        if (accessRecord != null) {
            accessRecord.context(secondary.toString());
        }
    }

    /** Records why a server did not answer. */
    public void recordFailure(Failure failure) {
        if (accessRecord != null) {
            accessRecord.exception(failure.kind().code() + ": " + failure.message());
        }
    }

    /** Records why an answer broke off of which the client has a part. */
    public void recordBrokenAnswer(Failure failure) {
        recordFailure(failure);
        if (accessRecord != null) {
            accessRecord.processingStatus(failure.kind().processingStatus());
        }
    }

    /** Records that the client did not wait for the end of the answer. */
    public void recordClientLeft() {
        if (accessRecord != null) {
            accessRecord.exception("The client has left");
        }
    }

    /** Adds the time since the beginning to the time that the request has waited for others. */
    public void recordWait() {
        if (accessRecord != null) {
            accessRecord.fetchNanos(accessRecord.fetchNanos() + System.nanoTime() - start);
        }
    }
}
