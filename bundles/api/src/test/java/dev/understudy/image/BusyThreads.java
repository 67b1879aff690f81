package dev.understudy.image;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Helpers each of which has a new thread, however many there are. */
public final class BusyThreads implements IdleProcessors {

    @Override
    public Running start(Helper helper) {
        CompletableFuture<Void> outcome =
                CompletableFuture.runAsync(() -> helper.help(() -> true), task -> new Thread(task).start());
        return () -> {
            try {
                outcome.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException thrown) {
                    throw thrown;
                }
                throw e;
            }
        };
    }
}
