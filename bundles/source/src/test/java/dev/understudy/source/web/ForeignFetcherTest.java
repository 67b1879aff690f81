package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import dev.understudy.source.keep.FetchQuota;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.KeptFolder;
import dev.understudy.source.keep.RunFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flights end, and give their slots back, whatever is thrown. */
class ForeignFetcherTest {

    private static final ForeignSettings SETTINGS = ForeignFixture.settings("127.0.0.1", 5, 1000, 1000, 2);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();

    private ForeignFetcher fetcher(Function<FetchQuota, HttpClient> starter) {
        return fetcher(starter, clock);
    }

    private ForeignFetcher fetcher(Function<FetchQuota, HttpClient> starter, InstantSource time) {
        KeptFolder files = new RunFolder(folder.resolve("kept"));
        return new ForeignFetcher(SETTINGS, starter, files, new KeptFiles(files, 1000), time);
    }

    private static CompletableFuture<FetchedFile> fetch(ForeignFetcher fetcher, SourceKey key) throws ServeException {
        return Objects.requireNonNull(fetcher.fetch(key, "catalog"), "no slot");
    }

    private static Throwable cause(CompletableFuture<FetchedFile> flight) {
        return assertThrows(ExecutionException.class, () -> flight.get(30, TimeUnit.SECONDS))
                .getCause();
    }

    @Test
    void aClientThatDoesNotStartEndsTheFlight() throws Exception {
        Function<FetchQuota, HttpClient> broken = slots -> {
            throw new IllegalStateException("no threads");
        };
        try (ForeignFetcher fetcher = fetcher(broken)) {
            SourceKey key = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a"));
            for (int i = 0; i < 3; i++) {
                assertEquals("no threads", cause(fetch(fetcher, key)).getMessage());
                assertEquals(0, fetcher.figures().fetching());
                clock.advance(Duration.ofSeconds(6));
            }
            assertEquals(3, fetcher.figures().failed());
        }
    }

    @Test
    void thePortsOfAHostShareItsSlots() throws Exception {
        // the second is asked for while the first has the only slot of the host
        AtomicReference<Optional<CompletableFuture<FetchedFile>>> second = new AtomicReference<>();
        AtomicReference<ForeignFetcher> present = new AtomicReference<>();
        Function<FetchQuota, HttpClient> starter = slots -> {
            SourceKey other = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:2/a"));
            try {
                second.set(Optional.ofNullable(present.get().fetch(other, "another")));
            } catch (ServeException e) {
                throw new AssertionError(e);
            }
            throw new IllegalStateException("no threads");
        };
        try (ForeignFetcher fetcher = fetcher(starter)) {
            present.set(fetcher);
            cause(fetch(fetcher, SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a"))));
            assertEquals(Optional.empty(), second.get());
        }
    }

    @Test
    void noClientIsStartedAfterTheEnd() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        InstantSource watched = () -> {
            meanwhile.get().run();
            return clock.instant();
        };
        Function<FetchQuota, HttpClient> broken = slots -> {
            starts.incrementAndGet();
            throw new IllegalStateException("no threads");
        };
        try (ForeignFetcher fetcher = fetcher(broken, watched)) {
            SourceKey key = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a"));
            cause(fetch(fetcher, key));
            clock.advance(Duration.ofSeconds(6));
            // as by another thread, after this one has looked whether the fetcher is closed
            meanwhile.set(fetcher::close);
            ServeException stopped = assertInstanceOf(ServeException.class, cause(fetch(fetcher, key)));
            assertEquals(FailureKind.SERVER_OVERLOADED, stopped.failure().kind());
            assertEquals(1, starts.get());
        }
    }
}
