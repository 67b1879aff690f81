package dev.understudy.engine.service;

import dev.understudy.serve.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time by which a request has to be answered, stand-ins and waiting included.
 *
 * @param patience how long after it came
 */
record Deadline(Duration patience, InstantSource clock) {

    /** The present time. */
    Instant now() {
        return clock.instant();
    }

    /** The deadline of work that begins now. */
    Instant anew() {
        return clock.instant().plus(patience);
    }

    /** The deadline of a call that has just come in; the call's own when that is earlier. */
    Instant of(Call call) {
        Instant own = anew();
        return own.isBefore(call.deadline()) ? own : call.deadline();
    }
}
