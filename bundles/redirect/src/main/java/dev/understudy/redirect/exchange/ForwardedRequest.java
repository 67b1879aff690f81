package dev.understudy.redirect.exchange;

import dev.understudy.failure.FailureKind;
import dev.understudy.redirect.log.ForwardLog;
import dev.understudy.redirect.settings.Timeouts;
import dev.understudy.redirect.watch.ClientPresence;
import dev.understudy.redirect.watch.WatchScheduler;
import org.eclipse.jetty.server.Request;

/**
 * A request that is being forwarded, with all that stays the same whichever server is asked.
 *
 * @param cause why the request is forwarded
 * @param deadline for all servers together, as of {@link System#nanoTime}
 */
public record ForwardedRequest(
        Request request, FailureKind cause, ForwardLog log, ClientPresence client, long deadline) {

    /** Starts the clocks of a request that is about to be forwarded. */
    public static ForwardedRequest begin(
            Request request, FailureKind cause, WatchScheduler watches, Timeouts timeouts) {
        return new ForwardedRequest(
                request,
                cause,
                new ForwardLog(request),
                new ClientPresence(request, watches),
                System.nanoTime() + timeouts.total().toNanos());
    }

    /** Returns how much time is left; never negative. */
    long nanosLeft() {
        return Math.max(0, deadline - System.nanoTime());
    }
}
