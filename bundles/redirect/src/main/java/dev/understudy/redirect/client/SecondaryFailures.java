package dev.understudy.redirect.client;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.net.SocketTimeoutException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Maps the exceptions of Jetty's client to failures. */
public final class SecondaryFailures {

    private SecondaryFailures() {}

    /**
     * Returns the failure of a secondary server that did not answer, or not to the end.
     *
     * @param sent whether the request had got a connection
     */
    public static Failure of(Throwable reason, boolean sent) {
        if (reason instanceof RejectedExecutionException) {
            return failure(FailureKind.SECONDARY_BUSY, "Too many requests wait for the secondary server", reason);
        }
        if (reason instanceof TimeoutException || reason instanceof SocketTimeoutException) {
            return failure(
                    FailureKind.SECONDARY_TIMEOUT,
                    sent
                            ? "The secondary server did not answer in time"
                            : "The secondary server did not accept the connection in time",
                    reason);
        }
        return sent && !(reason instanceof SSLException)
                ? failure(FailureKind.SECONDARY_BROKEN, "The secondary server's answer is broken", reason)
                : failure(FailureKind.SECONDARY_UNREACHABLE, "The secondary server cannot be reached", reason);
    }

    private static Failure failure(FailureKind kind, String what, Throwable reason) {
        return new Failure.SecondaryFailure(kind, what + ": " + reason, reason);
    }
}
