package dev.understudy.redirect.watch;

import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Tells whether the client of one forwarded request still waits for the answer. */
public final class ClientPresence {

    private final Request request;
    private final WatchScheduler scheduler;
    private @Nullable ClientWatch watch;
    private boolean ended;
    private volatile boolean left;

    /** Takes the client for present until {@link #watch} is called. */
    public ClientPresence(Request request, WatchScheduler scheduler) {
        this.request = request;
        this.scheduler = scheduler;
    }

    /**
     * Watches the client until {@link #end} is called.
     *
     * @param onLeft run at most once, on a thread that may block
     */
    public void watch(Runnable onLeft) {
        scheduler.add(() -> begin(onLeft));
    }

    private synchronized void begin(Runnable onLeft) {
        if (!ended) {
            watch = ClientWatch.begin(request, () -> {
                left = true;
                onLeft.run();
            });
        }
    }

    /** Returns whether the client left before the watch ended. */
    public boolean hasLeft() {
        return left;
    }

    /** Ends the watch, at the latest before the end of the answer is sent; calling this again has no effect. */
    public void end() {
        ClientWatch last;
        synchronized (this) {
            ended = true;
            last = watch;
        }
        if (last != null) {
            last.end();
        }
    }
}
