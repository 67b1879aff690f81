package dev.understudy.source;

import java.time.Duration;

/**
 * For how long others may keep what is made of a source, as its own server says.
 *
 * @param storable whether anybody may keep it at all
 * @param maxAge how long a client may, from now
 * @param shareable whether caches that serve several clients may keep it, too
 */
public record SourceLifetime(boolean storable, Duration maxAge, boolean shareable) {

    public SourceLifetime {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("a negative lifetime: " + maxAge);
        }
    }

    /** Whether what is made of it may be kept here, for all clients. */
    public boolean isForAll() {
        return storable && shareable;
    }
}
