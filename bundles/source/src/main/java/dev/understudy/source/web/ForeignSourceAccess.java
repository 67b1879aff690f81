package dev.understudy.source.web;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.ForeignImages;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.Source;
import dev.understudy.source.SourceAccess;
import dev.understudy.source.SourceKey;
import dev.understudy.source.SourceLease;
import dev.understudy.source.SourceLifetime;
import dev.understudy.source.Stamp;
import dev.understudy.source.file.FileSource;
import dev.understudy.source.keep.FetchBatch;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFileLease;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.KeptFolder;
import dev.understudy.source.keep.RunFolder;
import dev.understudy.source.keep.WaitingRequests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/**
 * Images of foreign servers. They are {@linkplain #fetch fetched} by whoever may wait for other servers; after that they are files
 * on this machine, which nothing waits for.
 */
public final class ForeignSourceAccess implements SourceAccess, ForeignImages, AutoCloseable {

    private static final SourceLifetime UNKNOWN = new SourceLifetime(true, Duration.ZERO, true);

    private final KeptFiles images;
    private final ForeignFetcher fetcher;
    private final WaitingRequests waiting;
    private final ForeignSettings settings;
    private final InstantSource clock;

    /**
     * Starts a client for foreign servers.
     *
     * @param folder for images that are kept; what is in it is removed
     */
    public ForeignSourceAccess(ForeignSettings settings, Path folder, InstantSource clock) {
        this(settings, folder, clock, null);
    }

    /**
     * The same with other means to look up names.
     *
     * @param resolver null for the system's
     */
    ForeignSourceAccess(
            ForeignSettings settings, Path folder, InstantSource clock, @Nullable SocketAddressResolver resolver) {
        this.settings = settings;
        this.clock = clock;
        KeptFolder files = new RunFolder(folder);
        images = new KeptFiles(files, settings.maxKeptBytes());
        waiting = new WaitingRequests(settings.maxWaiting());
        fetcher = new ForeignFetcher(
                settings, slots -> ForeignClient.start(settings, slots, resolver), files, images, clock);
    }

    @Override
    public Stamp stamp(SourceKey key) throws ServeException {
        FetchedFile kept = images.find(key.path());
        if (kept == null || !kept.isFresh(clock.instant())) {
            throw FetchFailures.notFetched(key);
        }
        return kept.stamp(key);
    }

    /** What its server says of an image. Of one that is no longer known, what was made may be kept, but is to be validated each time. */
    @Override
    public SourceLifetime lifetime(SourceKey key) {
        FetchedFile kept = images.findToDraw(key.path());
        return kept == null ? UNKNOWN : kept.lifetime(clock.instant());
    }

    /** Opens an image as it was fetched last. Whoever opens images draws, so that one that is not at hand is not fetched here. */
    @Override
    public Source open(SourceKey key) throws ServeException {
        FetchedFile kept = images.findToDraw(key.path());
        if (kept == null) {
            throw FetchFailures.notFetched(key);
        }
        try {
            // Nobody writes to its file after it has been fetched.
            return FileSource.open(kept.file(), kept.stamp(key));
        } catch (IOException e) {
            images.dropLost(key.path(), kept);
            throw FetchFailures.notKept(key, e);
        }
    }

    @Override
    public SourceLease fetch(Collection<SourceKey> keys, String tenant, Instant deadline) throws ServeException {
        List<SourceKey> all = keys.stream().distinct().toList();
        KeptFileLease pinned =
                new KeptFileLease(images, all.stream().map(SourceKey::path).toList());
        boolean atHand = false;
        try {
            List<SourceKey> wanted = all.stream().filter(this::isWanted).toList();
            if (!wanted.isEmpty()) {
                fetchWanted(wanted, tenant, deadline);
            }
            atHand = true;
            return pinned;
        } finally {
            if (!atHand) {
                pinned.close();
            }
        }
    }

    private static List<String> servers(List<SourceKey> wanted) {
        return wanted.stream().map(key -> ForeignUrl.of(key.path()).host()).toList();
    }

    private void fetchWanted(List<SourceKey> wanted, String tenant, Instant deadline) throws ServeException {
        try (WaitingRequests.Waiting request = waiting.enter(servers(wanted), tenant)) {
            if (!request.isAllowed()) {
                throw FetchFailures.crowded(wanted.get(0), settings.maxWaiting());
            }
            new FetchBatch(number -> fetcher.fetch(wanted.get(number), tenant), awaiter(wanted, deadline))
                    .run(wanted.size());
        }
    }

    private FetchBatch.Awaiter awaiter(List<SourceKey> wanted, Instant deadline) {
        return new FetchBatch.Awaiter() {
            @Override
            public void await(int number, CompletableFuture<FetchedFile> fetch) throws ServeException {
                ForeignSourceAccess.this.await(wanted.get(number), fetch, deadline);
            }

            @Override
            public ServeException overloaded(int number) {
                return FetchFailures.overloaded(wanted.get(number), settings.maxRequests());
            }
        };
    }

    /** Whether an image is to be fetched: it is not there, or its server is to be asked whether it is another by now. */
    private boolean isWanted(SourceKey key) {
        FetchedFile kept = images.find(key.path());
        if (kept != null && !Files.isRegularFile(kept.file())) {
            images.dropLost(key.path(), kept);
            kept = images.find(key.path());
        }
        return kept == null || !kept.isFresh(clock.instant());
    }

    private void await(SourceKey key, CompletableFuture<FetchedFile> flight, Instant deadline) throws ServeException {
        Duration time = Duration.between(clock.instant(), deadline);
        try {
            flight.get(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw FetchFailures.late(key, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FetchFailures.stopped(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof ServeException known) {
                throw new ServeException(known.failure());
            }
            throw FetchFailures.of(key, cause == null ? e : cause, settings);
        }
    }

    @Override
    public ForeignFigures figures() {
        return fetcher.figures();
    }

    /** Ends what is being fetched, and removes what is kept; images that are open can be read on. */
    @Override
    public void close() {
        fetcher.close();
        images.close();
    }
}
