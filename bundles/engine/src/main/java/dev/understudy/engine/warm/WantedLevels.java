package dev.understudy.engine.warm;

import dev.understudy.image.DecodeRequest;
import dev.understudy.image.SourceLevels;
import dev.understudy.source.SourceKey;

/**
 * Levels that are to be made.
 *
 * @param key the source
 * @param levels where they are kept
 * @param edition of whatever decodes
 * @param lessChroma whether chroma is wanted at half the resolution of luma
 * @param attempts how often making them has been broken off for requests
 */
record WantedLevels(SourceKey key, SourceLevels levels, String edition, boolean lessChroma, int attempts) {

    WantedLevels(SourceKey key, SourceLevels levels, String edition) {
        this(key, levels, edition, false, 0);
    }

    /** Tells levels from each other that are made on their own. */
    record Name(SourceKey key, boolean lessChroma) {}

    Name name() {
        return new Name(key, lessChroma);
    }

    WantedLevels again() {
        return new WantedLevels(key, levels, edition, lessChroma, attempts + 1);
    }

    /** The request for a level of a reduction. */
    DecodeRequest request(int reduction) {
        DecodeRequest request = new DecodeRequest(null, reduction);
        return lessChroma ? request.withChroma(2 * reduction) : request;
    }
}
