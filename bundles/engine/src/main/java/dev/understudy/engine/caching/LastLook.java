package dev.understudy.engine.caching;

import java.time.Instant;

/** The time when the sources of a kept image were last looked at and found as they were. Safe for many threads. */
final class LastLook {

    private volatile Instant time = Instant.MIN;

    Instant time() {
        return time;
    }

    void at(Instant newTime) {
        time = newTime;
    }
}
