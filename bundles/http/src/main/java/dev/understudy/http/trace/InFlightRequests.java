package dev.understudy.http.trace;

import dev.understudy.observe.RequestLoad.RequestFigures;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** The requests at work, in the order in which they began. Their traces are the list, so that a request costs no object for it. */
public final class InFlightRequests {

    private @Nullable RequestTrace oldest;
    private @Nullable RequestTrace newest;
    private int count;

    /**
     * Adds a request that begins.
     *
     * @param mount the mount that the request came by
     */
    public RequestTrace enter(Request request, Response response, String mount) {
        RequestTrace trace = RequestTrace.begin(response, mount);
        append(trace);
        trace.attachTo(request);
        return trace;
    }

    /** Adds a trace; all requests wait for this, so that nothing else is done meanwhile. */
    private synchronized void append(RequestTrace trace) {
        count++;
        trace.overlap = count;
        RequestTrace before = newest;
        trace.older = before;
        if (before == null) {
            oldest = trace;
        } else {
            before.newer = trace;
        }
        newest = trace;
    }

    /** Removes a request that has ended. */
    public synchronized void leave(RequestTrace trace) {
        RequestTrace older = trace.older;
        RequestTrace newer = trace.newer;
        if (older == null) {
            oldest = newer;
        } else {
            older.newer = newer;
        }
        if (newer == null) {
            newest = older;
        } else {
            newer.older = older;
        }
        trace.older = null;
        trace.newer = null;
        count--;
        if (count == 0) {
            notifyAll();
        }
    }

    /** Returns how many requests there are, and how long the oldest waits whose answer has not begun. */
    public synchronized RequestFigures figures() {
        RequestTrace trace = oldest;
        while (trace != null && trace.isAnswered()) {
            trace = trace.newer;
        }
        return new RequestFigures(count, trace == null ? Duration.ZERO : trace.age());
    }

    /** Waits until no request is at work; returns false when some were left. */
    public synchronized boolean await(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        while (count > 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
