package dev.understudy.source.web;

import dev.understudy.failure.Failure;
import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import dev.understudy.source.keep.LargeFileException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells why foreign images could not be had, without the keys and the addresses that URLs and names may come to. */
final class FetchFailures {

    private FetchFailures() {}

    /** The failure of a request that Jetty's client, or the server that it asked, has failed. */
    static ServeException of(SourceKey key, Throwable cause, ForeignSettings settings) {
        return cause instanceof BusyAddressException
                ? overloaded(key, settings.maxRequests())
                : foreign(key, reason(cause, settings.timeout()), cause);
    }

    private static String reason(Throwable cause, Duration timeout) {
        if (cause instanceof UnusableAnswerException unusable) {
            return String.valueOf(unusable.getMessage());
        }
        if (cause instanceof LargeFileException large) {
            return "it is larger than foreign.maxFileSize, " + (large.maxBytes() >> 20) + " MB";
        }
        if (cause instanceof RefusedAddressException || cause instanceof UnknownHostException) {
            // Whoever asks does not learn which names there are inside; the log has the cause.
            return "its host has no address that may be asked: none at all, or no public one and none in foreign.addresses";
        }
        if (cause instanceof TimeoutException) {
            return "its server has not sent it within RemoteUrlTimeout, " + timeout.toSeconds() + " s";
        }
        return "its server could not be reached, or broke off";
    }

    /** The failure of a request that cannot wait any longer. */
    static ServeException late(SourceKey key, @Nullable Throwable cause) {
        return foreign(key, "its server has not sent it while the request could wait", cause);
    }

    /** The failure of an image that is not at hand. */
    static ServeException notFetched(SourceKey key) {
        return foreign(key, "it has not been fetched lately", null);
    }

    /** The failure of an image that cannot be kept while it is used. */
    static ServeException notKept(SourceKey key, Throwable cause) {
        return foreign(key, "it cannot be kept here", cause);
    }

    /** The failure of a request that would be one too many. */
    static ServeException overloaded(SourceKey key, int maxRequests) {
        return unavailable(
                "'" + key + "' cannot be fetched now: foreign.maxRequests allows " + maxRequests
                        + " foreign images at a time, half of them from one server or address and three quarters for one catalog",
                null);
    }

    /** The failure of a request that would be one too many to wait. */
    static ServeException crowded(SourceKey key, int maxWaiting) {
        return unavailable(
                "'" + key + "' cannot be waited for now: foreign.maxWaiting allows " + maxWaiting
                        + " requests to wait for foreign images, half of them for one server and three quarters of one catalog",
                null);
    }

    /** The failure of a request that waits when the server stops. */
    static ServeException stopped(@Nullable Throwable cause) {
        return unavailable(
                "Foreign images are not fetched any more, since the server stops or has new settings", cause);
    }

    private static ServeException unavailable(String message, @Nullable Throwable cause) {
        return new ServeException(new Failure.Unavailable(FailureKind.SERVER_OVERLOADED, message, cause));
    }

    private static ServeException foreign(SourceKey key, String reason, @Nullable Throwable cause) {
        return new ServeException(new Failure.Foreign("'" + key + "' cannot be used: " + reason, cause));
    }
}
