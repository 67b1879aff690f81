package dev.understudy.source.web;

import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import dev.understudy.source.web.AnswerFreshness.Keepers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * A foreign image that has been fetched.
 *
 * @param file where it is kept
 * @param stamp its state, told by its content
 * @param etag the server's mark for the state; null for none
 * @param lastModified the header as it came; null for none
 * @param freshness what the server says of it
 * @param freshUntil when the server is to be asked about it again
 * @param usableUntil until when it does if the server cannot be asked
 * @param clientUntil until when clients may keep what is made of it
 */
record KeptImage(
        Path file,
        Stamp stamp,
        @Nullable String etag,
        @Nullable String lastModified,
        AnswerFreshness freshness,
        Instant freshUntil,
        Instant usableUntil,
        Instant clientUntil) {

    /** The least time for which an image is fresh, so that a request, from first to last, asks for it once. */
    private static final Duration LEAST_FRESH = Duration.ofSeconds(1);

    private static final int MAX_TAG = 1024;

    /** How long an image whose server cannot be asked does after it was fresh, unless the server forbids that. */
    private static final Duration USABLE = Duration.ofHours(1);

    /** An image that has just come. */
    static KeptImage fetched(
            SourceKey key, Path file, Download.Outcome outcome, AnswerFreshness freshness, Instant now) {
        HttpFields headers = outcome.headers();
        Instant modified = AnswerFreshness.time(headers, HttpHeader.LAST_MODIFIED);
        long millis = modified == null ? 0 : Math.max(0, modified.toEpochMilli());
        Stamp stamp = new Stamp(key, millis, outcome.length(), "sha256:" + outcome.digest());
        return new KeptImage(
                file,
                stamp,
                tag(headers),
                modified == null ? null : headers.get(HttpHeader.LAST_MODIFIED),
                freshness,
                freshUntil(freshness, now),
                usableUntil(freshness, now),
                now.plus(freshness.clientLifetime()));
    }

    /** The entity tag as it is sent back; null for none, and for one that no server would take back. */
    private static @Nullable String tag(HttpFields headers) {
        String tag = headers.get(HttpHeader.ETAG);
        return tag == null || tag.isBlank() || tag.length() > MAX_TAG ? null : tag;
    }

    /** Whether its server can be asked whether it has changed. */
    boolean hasValidator() {
        return etag != null || lastModified != null;
    }

    /**
     * The same, as its server has just said that it has not changed.
     *
     * @param said what the server says of it now; null for what it said before
     */
    KeptImage validated(@Nullable AnswerFreshness said, Instant now) {
        AnswerFreshness next = said == null ? freshness : said;
        return new KeptImage(
                file,
                stamp,
                etag,
                lastModified,
                next,
                freshUntil(next, now),
                usableUntil(next, now),
                now.plus(next.clientLifetime()));
    }

    /** The same, not to be asked about before a time. */
    KeptImage freshUntil(Instant later) {
        return new KeptImage(file, stamp, etag, lastModified, freshness, later, usableUntil, clientUntil);
    }

    /** How long others may keep what is made of it. */
    SourceLifetime lifetime(Instant now) {
        Keepers keepers = freshness.keepers();
        Instant until = keepers == Keepers.ALL && freshUntil.isBefore(clientUntil) ? freshUntil : clientUntil;
        Duration left = until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        return new SourceLifetime(keepers != Keepers.NOBODY, left, keepers == Keepers.ALL);
    }

    boolean isFresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    private static Instant freshUntil(AnswerFreshness freshness, Instant now) {
        return now.plus(freshness.lifetime().compareTo(LEAST_FRESH) > 0 ? freshness.lifetime() : LEAST_FRESH);
    }

    private static Instant usableUntil(AnswerFreshness freshness, Instant now) {
        Instant until = freshUntil(freshness, now);
        return freshness.strict() ? until : until.plus(USABLE);
    }
}
