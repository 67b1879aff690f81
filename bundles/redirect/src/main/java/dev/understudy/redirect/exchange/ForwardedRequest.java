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
 * @param clock for all servers together
 */
public record ForwardedRequest(
        Request request, FailureKind cause, ForwardLog log, ClientPresence client, ForwardClock clock) {

    /** Starts the clocks of a request that is about to be forwarded. */
    public static ForwardedRequest begin(
            Request request, FailureKind cause, WatchScheduler watches, Timeouts timeouts) {
        return new ForwardedRequest(
                request,
                cause,
                new ForwardLog(request),
                new ClientPresence(request, watches),
                new ForwardClock(timeouts));
    }

    /** Returns how much time is left, in nanoseconds; never negative. */
    long nanosLeft() {
        return clock.nanosLeft();
    }
}
