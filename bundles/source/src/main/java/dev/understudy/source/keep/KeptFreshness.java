package dev.understudy.source.keep;

import java.time.Duration;

/**
 * How long a kept file is fresh, and who may keep what is made of it.
 *
 * @param lifetime how long its server need not be asked; 0 for before each use
 * @param grace how long after that the file does when its server cannot be asked
 * @param keepers who may keep what is made of it
 * @param clientLifetime how long clients may
 */
public record KeptFreshness(Duration lifetime, Duration grace, Keepers keepers, Duration clientLifetime) {

    /** The ones who may keep an answer. */
    public enum Keepers {
        ALL,
        /** The client alone, and no cache that serves several. */
        CLIENT,
        NOBODY
    }
}
