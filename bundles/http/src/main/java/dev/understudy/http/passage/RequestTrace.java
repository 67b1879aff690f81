package dev.understudy.http.passage;

import dev.understudy.http.lease.Permit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/** One request's way through the host. Written by whoever works on the request, read by the access log afterwards. */
public final class RequestTrace {

    private static final String ATTRIBUTE = RequestTrace.class.getName();
    private static final RequestTrace OUTSIDE = new RequestTrace(0);

    private final int overlap;
    private volatile long thread;
    private volatile boolean sending;
    private volatile long sendingSince;
    private volatile long size = -1;
    private volatile @Nullable Permit<?> permit;

    private RequestTrace(int overlap) {
        this.overlap = overlap;
    }

    /** Begins one; {@code overlap} is the number of requests at work, this one included. */
    public static RequestTrace begin(Request request, int overlap) {
        RequestTrace passage = new RequestTrace(overlap);
        passage.enters();
        request.setAttribute(ATTRIBUTE, passage);
        return passage;
    }

    /** That of a request; one that knows nothing for a request that the host has not seen. */
    public static RequestTrace of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestTrace passage ? passage : OUTSIDE;
    }

    /** Requests at work when this one came, itself included; 0 when not known. */
    public int overlap() {
        return overlap;
    }

    /** The thread that handles the request. */
    public long thread() {
        return thread;
    }

    /** The present thread is the one that goes on with the request. */
    public void enters() {
        thread = Thread.currentThread().getId();
    }

    /** The right to use the handler, for as long as it is needed. */
    public void holds(Permit<?> newPermit) {
        permit = newPermit;
    }

    /**
     * The handler's bundle is not needed any more: all that is left to do is to send bytes. A slow client then does not
     * keep the bundle from being replaced.
     */
    public void handlerIsDone() {
        Permit<?> held = permit;
        if (held != null) {
            held.release();
        }
    }

    /** The answer is known and goes out from now on; {@code bytes} long, or would be if the client did not have it. */
    public void sends(long bytes) {
        if (this != OUTSIDE) {
            size = bytes;
            sendingSince = NanoTime.now();
            sending = true;
        }
    }

    /** Nanoseconds since the answer began to go out; -1 when it did not. */
    public long sendNanos() {
        return sending ? NanoTime.since(sendingSince) : -1;
    }

    /** Bytes of the answer's body, sent or not; -1 when not known. */
    public long size() {
        return size;
    }
}
