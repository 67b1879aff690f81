package dev.understudy.engine.warm;

import dev.understudy.image.SourceLevels;
import dev.understudy.source.SourceKey;

/**
 * Levels that are to be made.
 *
 * @param key the source
 * @param levels where they are kept
 * @param edition of whatever decodes
 * @param attempts how often making them has been broken off for requests
 */
record WantedLevels(SourceKey key, SourceLevels levels, String edition, int attempts) {

    WantedLevels(SourceKey key, SourceLevels levels, String edition) {
        this(key, levels, edition, 0);
    }

    WantedLevels again() {
        return new WantedLevels(key, levels, edition, attempts + 1);
    }
}
