package dev.understudy.engine.work;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;

/** Ends work that nobody waits for any more. */
public final class Interruption {

    private Interruption() {}

    /**
     * Lets work go on that is still wanted. Workers are interrupted when it is not.
     *
     * @throws ServeException when the request has been given up meanwhile
     */
    public static void check() throws ServeException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ServeException(
                    new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, "Given up before it was done", null));
        }
    }
}
