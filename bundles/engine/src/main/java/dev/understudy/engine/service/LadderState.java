package dev.understudy.engine.service;

import dev.understudy.engine.planning.PlannedRequest;
import dev.understudy.failure.Failure;
import dev.understudy.failure.StandIns.Rung;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a failed request stands on the ladder of stand-ins. Each step makes a new state, and no step leads up again.
 *
 * @param rung what failed
 * @param cause the failure of the request itself, which every stand-in tells
 * @param failure the failure on this rung
 * @param planned the request as it is drawn, default images in its layers included; null when it could not be planned
 * @param secondary why the secondary server gave no answer; null as long as it has not been asked
 * @param deadline when nobody waits for the answer any more
 */
record LadderState(
        Rung rung,
        Failure cause,
        Failure failure,
        @Nullable PlannedRequest planned,
        @Nullable Failure secondary,
        Instant deadline) {

    /** The top of the ladder: the request itself failed. */
    static LadderState top(Failure failure, @Nullable PlannedRequest planned, Instant deadline) {
        return new LadderState(Rung.REQUEST, failure, failure, planned, null, deadline);
    }

    /** The state after the default image has taken the place of a layer's image. */
    LadderState substituted(PlannedRequest mended) {
        return new LadderState(below(Rung.SUBSTITUTED_LAYERS), cause, failure, mended, secondary, deadline);
    }

    /** The state after a stand-in has failed too. */
    LadderState failed(Rung tried, Failure next) {
        return new LadderState(below(tried), cause, next, planned, secondary, deadline);
    }

    /** The state after the secondary server has given no answer: the request goes on here, with time of its own. */
    LadderState unanswered(Failure why, Instant latest) {
        return new LadderState(rung, cause, failure, planned, why, latest);
    }

    private Rung below(Rung next) {
        if (next.compareTo(rung) < 0) {
            throw new IllegalStateException("from " + rung + " up to " + next);
        }
        return next;
    }
}
