package dev.understudy.redirect.proxy;

import java.util.concurrent.CompletableFuture;

/** Counts what is under way, and tells when nothing is any more. */
final class InFlight {

    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int count;
    private boolean closing;

    /** Something begins; false when it is too late for that, and it does not count. */
    synchronized boolean enter() {
        if (closing) {
            return false;
        }
        count++;
        return true;
    }

    synchronized void leave() {
        count--;
        completeIfDrained();
    }

    /** Completes as soon as nothing is under way; nothing more may begin. */
    synchronized CompletableFuture<Void> drain() {
        closing = true;
        completeIfDrained();
        return drained;
    }

    private void completeIfDrained() {
        if (closing && count == 0) {
            drained.complete(null);
        }
    }
}
