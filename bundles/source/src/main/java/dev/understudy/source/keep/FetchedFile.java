package dev.understudy.source.keep;

import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import dev.understudy.source.keep.KeptFreshness.Keepers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that has been fetched.
 *
 * @param file where it is kept
 * @param state what was fetched
 * @param freshness what its server says of it
 * @param freshSince since when it is known to be so, by the clock of that time
 * @param freshUntil when the server is to be asked about it again
 * @param usableUntil until when it does if the server cannot be asked
 * @param clientUntil until when clients may keep what is made of it
 * @param parts which parts of it are there; null when all of it is
 */
public record FetchedFile(
        Path file,
        FetchedState state,
        KeptFreshness freshness,
        Instant freshSince,
        Instant freshUntil,
        Instant usableUntil,
        Instant clientUntil,
        @Nullable KeptBlocks parts) {

    /** The least time for which a file is fresh, so that a request, from first to last, asks for it once. */
    private static final Duration LEAST_FRESH = Duration.ofSeconds(1);

    /**
     * The state of a file that was fetched.
     *
     * @param modified when it was last changed, milliseconds since 1970; 0 if that is not known
     * @param length bytes
     * @param identity tells the state from all others
     * @param etag the server's mark for the state; null for none
     * @param lastModified the server's other mark for the state, as it came; null for none
     */
    public record FetchedState(
            long modified,
            long length,
            String identity,
            @Nullable String etag,
            @Nullable String lastModified) {}

    /** A file that has just come. */
    public static FetchedFile fetched(Path file, FetchedState state, KeptFreshness freshness, Instant now) {
        return fetched(file, state, freshness, now, null);
    }

    /** A file of which parts have just come. */
    public static FetchedFile inParts(KeptBlocks parts, FetchedState state, KeptFreshness freshness, Instant now) {
        return fetched(parts.file(), state, freshness, now, parts);
    }

    private static FetchedFile fetched(
            Path file, FetchedState state, KeptFreshness freshness, Instant now, @Nullable KeptBlocks parts) {
        return new FetchedFile(
                file,
                state,
                freshness,
                now,
                freshUntil(freshness, now),
                usableUntil(freshness, now),
                now.plus(freshness.clientLifetime()),
                parts);
    }

    /** The stamp of the file under a name. */
    public Stamp stamp(SourceKey key) {
        return new Stamp(key, state.modified(), state.length(), state.identity());
    }

    /** Bytes that it takes on disk. */
    long bytes() {
        return parts == null ? state.length() : parts.bytes();
    }

    /** Whether its server can be asked whether it has changed. */
    public boolean hasValidator() {
        return state.etag() != null || state.lastModified() != null;
    }

    /**
     * The same, as its server has just said that it has not changed.
     *
     * @param said what the server says of it now; null for what it said before
     */
    public FetchedFile validated(@Nullable KeptFreshness said, Instant now) {
        return fetched(file, state, said == null ? freshness : said, now, parts);
    }

    /** The same, not to be asked about for a time. */
    public FetchedFile freshFor(Duration time, Instant now) {
        return new FetchedFile(file, state, freshness, now, now.plus(time), usableUntil, clientUntil, parts);
    }

    /** The same, to be asked about before it is used again. */
    public FetchedFile expired() {
        return freshFor(Duration.ZERO, Instant.EPOCH);
    }

    /** How long others may keep what is made of it. */
    public SourceLifetime lifetime(Instant now) {
        Keepers keepers = freshness.keepers();
        Instant until = keepers == Keepers.ALL && freshUntil.isBefore(clientUntil) ? freshUntil : clientUntil;
        Duration left = until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO;
        return new SourceLifetime(keepers != Keepers.NOBODY, left, keepers == Keepers.ALL);
    }

    /** Whether its server need not be asked; not when it was before the present time, as when a clock has been set back. */
    public boolean isFresh(Instant now) {
        return isFreshFor(Duration.ZERO, now) && !now.isBefore(freshSince);
    }

    /** Whether it is fresh, or was no longer ago than a time. */
    public boolean isFreshFor(Duration longer, Instant now) {
        return now.isBefore(freshUntil.plus(longer));
    }

    private static Instant freshUntil(KeptFreshness freshness, Instant now) {
        return now.plus(freshness.lifetime().compareTo(LEAST_FRESH) > 0 ? freshness.lifetime() : LEAST_FRESH);
    }

    private static Instant usableUntil(KeptFreshness freshness, Instant now) {
        return freshUntil(freshness, now).plus(freshness.grace());
    }
}
