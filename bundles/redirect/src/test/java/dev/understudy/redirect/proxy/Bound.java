package dev.understudy.redirect.proxy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

/** How long something may take. */
final class Bound {

    /** A busy machine can make anything slow, but nothing fast: one good try in several shows that the bound is kept. */
    private static final int TRIES = 5;

    private Bound() {}

    /** Takes one try after the other until one is as short as that. */
    static void atMost(Duration bound, Try once) throws Exception {
        Duration best = once.take();
        for (int i = 1; i < TRIES && best.compareTo(bound) > 0; i++) {
            Duration taken = once.take();
            best = taken.compareTo(best) < 0 ? taken : best;
        }
        assertTrue(best.compareTo(bound) <= 0, "at best " + best + " instead of " + bound);
    }

    /** How long it took once. */
    interface Try {
        Duration take() throws Exception;
    }
}
