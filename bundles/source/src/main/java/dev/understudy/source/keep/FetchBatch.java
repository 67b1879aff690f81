package dev.understudy.source.keep;

import dev.understudy.failure.ServeException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The fetches of one request: they run side by side, as far as there are slots, and all are waited for. */
public final class FetchBatch {

    private final Starter starter;
    private final Awaiter awaiter;
    private final List<CompletableFuture<FetchedFile>> fetches = new ArrayList<>();

    /** Begins fetches. */
    public interface Starter {

        /** Begins a fetch, by its number from 0; returns null when there is no slot for it now. */
        @Nullable
        CompletableFuture<FetchedFile> start(int number) throws ServeException;
    }

    /** Waits for fetches, and says what comes of those that fail. */
    public interface Awaiter {

        /** Waits until a fetch has ended, or the request waits no longer. */
        void await(int number, CompletableFuture<FetchedFile> fetch) throws ServeException;

        /** The failure of a fetch that would be one too many. */
        ServeException overloaded(int number);
    }

    /** A batch of which nothing has begun. */
    public FetchBatch(Starter starter, Awaiter awaiter) {
        this.starter = starter;
        this.awaiter = awaiter;
    }

    /** Runs so many fetches. */
    public void run(int count) throws ServeException {
        for (int i = 0; i < count; i++) {
            fetches.add(begin(i));
        }
        for (int i = 0; i < count; i++) {
            awaiter.await(i, fetches.get(i));
        }
    }

    /** Begins a fetch; while there is no slot, those of the same request are waited for. */
    private CompletableFuture<FetchedFile> begin(int number) throws ServeException {
        while (true) {
            int running = 0;
            while (running < fetches.size() && fetches.get(running).isDone()) {
                running++;
            }
            CompletableFuture<FetchedFile> fetch = starter.start(number);
            if (fetch != null) {
                return fetch;
            }
            if (running == fetches.size()) {
                throw awaiter.overloaded(number);
            }
            awaiter.await(running, fetches.get(running));
        }
    }
}
