package dev.understudy.redirect.proxy;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.net.SocketTimeoutException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Turns what the client library reports into failures. */
final class SecondaryFailures {

    private SecondaryFailures() {}

    /**
     * Why the secondary server did not answer.
     *
     * @param sent whether there was a connection for the request
     */
    static Failure of(Throwable reason, boolean sent) {
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
        return new Failure.Secondary(kind, what + ": " + reason, reason);
    }
}
