package dev.understudy.source.store;

import dev.understudy.failure.ServeException;
import dev.understudy.source.SourceKey;
import dev.understudy.source.keep.FetchBatch;
import dev.understudy.source.keep.FetchTable;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.WaitingRequests;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** What one request fetches from stores: all files side by side, and each in one place after the other until it is found. */
final class StoreFetches {

    /** As long as a batch may take. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    private final StoreFetcher fetcher;
    private final WaitingRequests waiting;
    private final StoreSettings settings;
    private final Predicate<StoredFile> isWanted;
    private final String tenant;
    private final Instant deadline;
    private final InstantSource clock;

    StoreFetches(
            StoreFetcher fetcher,
            WaitingRequests waiting,
            StoreSettings settings,
            Predicate<StoredFile> isWanted,
            String tenant,
            Instant deadline,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.waiting = waiting;
        this.settings = settings;
        this.isWanted = isWanted;
        this.tenant = tenant;
        this.deadline = deadline;
        this.clock = clock;
    }

    void run(List<WantedFile> files) throws ServeException {
        List<Attempt> attempts = new ArrayList<>();
        for (WantedFile file : files) {
            attempts.add(new Attempt(file.key(), file.places(), 0));
        }
        for (List<Attempt> left = unknown(attempts); !left.isEmpty(); left = unknown(afterMissing(left))) {
            fetch(left);
        }
    }

    /** A file, looked for in one of its places. */
    private record Attempt(SourceKey key, List<StoredFile> places, int number) {

        StoredFile place() {
            return places.get(number);
        }
    }

    /** The files that were missing in their place, in the next one. */
    private List<Attempt> afterMissing(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> StoreSourceAccess.isMissing(fetcher.failure(attempt.place(), JUST_NOW)))
                .filter(attempt -> attempt.number() + 1 < attempt.places().size())
                .map(attempt -> new Attempt(attempt.key(), attempt.places(), attempt.number() + 1))
                .toList();
    }

    /** The files that are to be fetched, each from the first place in which they are not known to be missing. */
    private List<Attempt> unknown(List<Attempt> attempts) {
        List<Attempt> unknown = new ArrayList<>();
        for (Attempt attempt : attempts) {
            int number = attempt.number();
            while (number < attempt.places().size()
                    && isMissing(attempt.places().get(number))) {
                number++;
            }
            if (number < attempt.places().size()) {
                Attempt next = new Attempt(attempt.key(), attempt.places(), number);
                boolean failed = fetcher.failure(next.place(), FetchTable.REST) != null;
                if (!failed && isWanted.test(next.place())) {
                    unknown.add(next);
                }
            }
        }
        return unknown;
    }

    private boolean isMissing(StoredFile place) {
        return isWanted.test(place) && StoreSourceAccess.isMissing(fetcher.failure(place, FetchTable.REST));
    }

    private void fetch(List<Attempt> attempts) throws ServeException {
        List<String> stores = attempts.stream()
                .map(attempt -> attempt.place().connection().number())
                .toList();
        try (WaitingRequests.Waiting request = waiting.enter(stores, tenant)) {
            if (!request.isAllowed()) {
                throw StoreFailures.crowded(attempts.get(0).key(), "store.maxWaiting", settings.maxWaiting());
            }
            new FetchBatch(number -> fetcher.fetch(attempts.get(number).place(), tenant), awaiter(attempts))
                    .run(attempts.size());
        }
    }

    private FetchBatch.Awaiter awaiter(List<Attempt> attempts) {
        return new FetchBatch.Awaiter() {
            @Override
            public void await(int number, CompletableFuture<FetchedFile> fetch) throws ServeException {
                StoreFetches.this.await(attempts.get(number).key(), fetch);
            }

            @Override
            public ServeException overloaded(int number) {
                return StoreFailures.crowded(attempts.get(number).key(), "store.maxRequests", settings.maxRequests());
            }
        };
    }

    /** Waits for the end of a fetch, whichever that is. */
    private void await(SourceKey key, CompletableFuture<FetchedFile> fetch) throws ServeException {
        Duration time = Duration.between(clock.instant(), deadline);
        try {
            fetch.get(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw StoreFailures.late(key, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StoreFailures.stopped(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServeException stopped) {
                throw new ServeException(stopped.failure());
            }
        }
    }
}
