package dev.understudy.redirect.forward;

import java.util.concurrent.CompletableFuture;

/** Counts the forwards under way, and tells when the last one has ended. */
final class InFlight {

    private final CompletableFuture<Void> drained = new CompletableFuture<>();
    private int count;
    private boolean closing;

    /** Counts a forward that begins; returns false, and does not count, when none may begin any more. */
    synchronized boolean enter() {
        if (closing) {
            return false;
        }
        count++;
        return true;
    }

    /** Counts a forward that has ended. */
    synchronized void leave() {
        count--;
        completeIfDrained();
    }

    /** Lets no more forwards begin; the result completes when none is under way. */
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
