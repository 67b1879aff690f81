package dev.understudy.source.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.understudy.failure.FailureKind;
import dev.understudy.failure.ServeException;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.client.HttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flights end, and give their slots back, whatever is thrown. */
class ForeignFetcherTest {

    private static final ForeignSettings SETTINGS = ForeignFixture.settings("127.0.0.1", 5, 1000, 1000, 2);

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();

    private ForeignFetcher fetcher(Supplier<HttpClient> starter) {
        return new ForeignFetcher(SETTINGS, starter, new KeptImages(folder.resolve("kept"), 1000), clock);
    }

    private static Throwable cause(CompletableFuture<KeptImage> flight) {
        return assertThrows(ExecutionException.class, () -> flight.get(5, TimeUnit.SECONDS))
                .getCause();
    }

    @Test
    void aClientThatDoesNotStartEndsTheFlight() throws Exception {
        Supplier<HttpClient> broken = () -> {
            throw new IllegalStateException("no threads");
        };
        try (ForeignFetcher fetcher = fetcher(broken)) {
            SourceKey key = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a"));
            for (int i = 0; i < 3; i++) {
                assertEquals("no threads", cause(fetcher.fetch(key)).getMessage());
                assertEquals(0, fetcher.figures().fetching());
                clock.advance(Duration.ofSeconds(6));
            }
            assertEquals(3, fetcher.figures().failed());
        }
    }

    @Test
    void thePortsOfAHostShareItsSlots() throws Exception {
        // the second is asked for while the first has the only slot of the host
        CompletableFuture<Throwable> second = new CompletableFuture<>();
        AtomicReference<ForeignFetcher> present = new AtomicReference<>();
        Supplier<HttpClient> starter = () -> {
            SourceKey other = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:2/a"));
            second.complete(
                    assertThrows(ServeException.class, () -> present.get().fetch(other)));
            throw new IllegalStateException("no threads");
        };
        try (ForeignFetcher fetcher = fetcher(starter)) {
            present.set(fetcher);
            cause(fetcher.fetch(SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a"))));
            ServeException refused = assertInstanceOf(ServeException.class, second.getNow(new Throwable()));
            assertEquals(FailureKind.SERVER_OVERLOADED, refused.failure().kind());
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
        Supplier<HttpClient> broken = () -> {
            starts.incrementAndGet();
            throw new IllegalStateException("no threads");
        };
        KeptImages images = new KeptImages(folder.resolve("kept"), 1000);
        try (ForeignFetcher fetcher = new ForeignFetcher(SETTINGS, broken, images, watched)) {
            SourceKey key = SourceKey.foreign(ForeignUrl.of("http://127.0.0.1:1/a"));
            cause(fetcher.fetch(key));
            clock.advance(Duration.ofSeconds(6));
            // as by another thread, after this one has looked whether the fetcher is closed
            meanwhile.set(fetcher::close);
            ServeException stopped = assertInstanceOf(ServeException.class, cause(fetcher.fetch(key)));
            assertEquals(FailureKind.SERVER_OVERLOADED, stopped.failure().kind());
            assertEquals(1, starts.get());
        }
    }
}
