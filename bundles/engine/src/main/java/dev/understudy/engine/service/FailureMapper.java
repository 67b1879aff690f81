package dev.understudy.engine.service;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;

/** What was thrown, as a failure. */
final class FailureMapper {

    private FailureMapper() {}

    static Failure of(Throwable thrown) {
        if (thrown instanceof ServeException known) {
            return known.failure();
        }
        if (thrown instanceof OutOfMemoryError) {
            return new Failure.Unavailable(
                    FailureKind.SERVER_OVERLOADED, "Not enough memory for this request now", thrown);
        }
        return new Failure.Internal(thrown);
    }
}
