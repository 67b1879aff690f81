package dev.understudy.engine.warm;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.SourceLevels;
import dev.understudy.source.SourceKey;

/**
 * What is to be kept of a source.
 *
 * @param key the source
 * @param levels where it is kept
 * @param edition of whatever decodes
 * @param need what is wanted
 * @param lessChroma whether levels have chroma at half the resolution of luma
 * @param attempts how often making it has been broken off for requests
 */
record WantedLevels(SourceKey key, SourceLevels levels, String edition, Need need, boolean lessChroma, int attempts) {

    /** How often making it gives way to requests; after that it is made beside them. */
    static final int MOST_ATTEMPTS = 5;

    /** What requests have needed. */
    enum Need {
        /** Levels, and an index for what is finer. */
        LEVELS,
        /** The level of the full size, and until that is made an index. */
        FULL_SIZE,
        /** An index alone: parts were wanted that are finer than all levels. */
        INDEX
    }

    WantedLevels(SourceKey key, SourceLevels levels, String edition, Need need, boolean lessChroma) {
        this(key, levels, edition, need, lessChroma, 0);
    }

    /** Tells from each other what is made on its own. */
    record Name(SourceKey key, Need need, boolean lessChroma) {}

    Name name() {
        return new Name(key, need, lessChroma);
    }

    /** Whether it has given way to requests so often that it does so no longer, but by being slow. */
    boolean isOverdue() {
        return attempts >= MOST_ATTEMPTS;
    }

    WantedLevels of(Need newNeed) {
        return new WantedLevels(key, levels, edition, newNeed, lessChroma, attempts);
    }

    WantedLevels again() {
        return new WantedLevels(key, levels, edition, need, lessChroma, attempts + 1);
    }

    /** The request for a level of a reduction. */
    DecodeRequest request(int reduction) {
        DecodeRequest request = new DecodeRequest(null, reduction);
        return lessChroma ? request.withChroma(2 * reduction) : request;
    }
}
