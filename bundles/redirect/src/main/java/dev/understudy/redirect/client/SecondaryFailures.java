package dev.understudy.redirect.client;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import java.io.EOFException;
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
        if (reason instanceof RequestFault fault) {
            return ofRequest(fault);
        }
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

    private static Failure ofRequest(RequestFault fault) {
        return switch (fault.reason()) {
            case UNSENDABLE ->
                failure(FailureKind.SECONDARY_PATH, "The request cannot be sent to the secondary server", fault);
            case NO_CONNECTION ->
                failure(FailureKind.SECONDARY_BUSY, "Too many requests are at the secondary server", fault);
            case PROVOKED_ANSWER ->
                failure(FailureKind.SECONDARY_BROKEN, "The secondary server's answer cannot be used", fault);
            case NO_TIME ->
                failure(FailureKind.SECONDARY_TIMEOUT, "The secondary server did not answer in time", fault);
        };
    }

    private static Failure failure(FailureKind kind, String what, Throwable reason) {
        return new Failure.SecondaryFailure(kind, what + ": " + why(reason), reason);
    }

    private static String why(Throwable reason) {
        if (reason instanceof EOFException) {
            // Jetty's words name its connection with all its states
            return "it closed the connection";
        }
        return reason instanceof RequestFault ? String.valueOf(reason.getMessage()) : reason.toString();
    }
}
