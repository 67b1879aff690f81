package dev.understudy.http.trace;

import dev.understudy.http.lease.Permit;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/** The trace of one request through the host: written by the thread that works on the request, read by the access log afterwards. */
public final class RequestTrace {

    private static final String ATTRIBUTE = RequestTrace.class.getName();
    private static final RequestTrace OUTSIDE = new RequestTrace("", null);

    /** The neighbors in the list of {@link InFlightRequests}, which alone changes them. */
    @Nullable
    RequestTrace older;

    @Nullable
    RequestTrace newer;

    /** Set once, by the same, before anybody can find the trace by its request. */
    int overlap;

    private final String mount;
    private final @Nullable Response response;
    private final long begin = NanoTime.now();
    private volatile @Nullable String thread;
    private volatile boolean sending;
    private volatile long sendingSince;
    private volatile long size = -1;
    private volatile @Nullable Permit<?> permit;

    private RequestTrace(String mount, @Nullable Response response) {
        this.mount = mount;
        this.response = response;
    }

    /** Begins the trace of a request, which cannot be found by the request yet. */
    static RequestTrace begin(Response response, String mount) {
        RequestTrace trace = new RequestTrace(mount, response);
        trace.enters();
        return trace;
    }

    /** Has the trace be found by its request from now on. */
    void attachTo(Request request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Returns the trace of a request, or an empty one for a request that the host has not seen. */
    public static RequestTrace of(Request request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestTrace trace ? trace : OUTSIDE;
    }

    /** Returns the mount that the request came by; empty for none. */
    public String mount() {
        return mount;
    }

    /** Returns whether some of the answer has been sent. */
    boolean isAnswered() {
        return response != null && response.isCommitted();
    }

    /** Returns how long ago the request began. */
    Duration age() {
        return Duration.ofNanos(NanoTime.since(begin));
    }

    /** Returns the number of requests at work when this one began, itself included; 0 when unknown. */
    public int overlap() {
        return overlap;
    }

    /** Returns the name of the thread that handles the request; null for a request that the host has not seen. */
    public @Nullable String thread() {
        return thread;
    }

    /** Notes that the current thread continues with the request. */
    public void enters() {
        thread = Thread.currentThread().getName();
    }

    /** Notes the right to use the handler, for as long as it is needed. */
    public void holds(Permit<?> newPermit) {
        permit = newPermit;
    }

    /**
     * Releases the handler, of which nothing is needed any more when only bytes are left to be sent. A slow client thus does not
     * delay the replacement of its bundle.
     */
    public void handlerIsDone() {
        Permit<?> held = permit;
        if (held != null) {
            held.release();
        }
    }

    /** Notes that the answer is sent from now on; {@code bytes} is the length of its body, even when the answer is 304. */
    public void sends(long bytes) {
        if (this != OUTSIDE) {
            size = bytes;
            sendingSince = NanoTime.now();
            sending = true;
        }
    }

    /** Returns the nanoseconds since the answer began to be sent; -1 if it has not begun. */
    public long sendNanos() {
        return sending ? NanoTime.since(sendingSince) : -1;
    }

    /** Returns the length of the answer's body, sent or not; -1 when unknown. */
    public long size() {
        return size;
    }
}
