package dev.understudy.source.web;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.ForeignImages;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches foreign images, each once however many wait for it, and validates those that are kept. What failed is not tried again for
 * a moment.
 */
final class ForeignFetcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignFetcher.class);

    /** How long what failed is not tried again. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final int MAX_FAILURES = 1000;

    private final ForeignSettings settings;
    private final Function<FetchQuota, HttpClient> starter;
    private final ImageFolder folder;
    private final KeptImages images;
    private final InstantSource clock;
    private final FetchQuota slots;
    private final LongAdder fetched = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Map<SourceKey, CompletableFuture<KeptImage>> flights = new HashMap<>();
    private final Map<SourceKey, RecentFailure> failures = new LinkedHashMap<>();

    private @Nullable HttpClient client;
    private volatile boolean closed;

    private record RecentFailure(Throwable cause, Instant until) {}

    /**
     * A fetcher.
     *
     * @param starter starts a client when the first image is fetched, as most servers never fetch any
     * @param folder for what is being fetched
     */
    ForeignFetcher(
            ForeignSettings settings,
            Function<FetchQuota, HttpClient> starter,
            ImageFolder folder,
            KeptImages images,
            InstantSource clock) {
        this.settings = settings;
        this.starter = starter;
        this.folder = folder;
        this.images = images;
        this.clock = clock;
        slots = new FetchQuota(settings.maxRequests());
    }

    /**
     * Fetches an image, or joins those who wait for it.
     *
     * @param catalog that it is fetched for
     * @return null when there is no slot for it now
     * @throws ServeException {@code server.overloaded} after the end
     */
    @Nullable
    CompletableFuture<KeptImage> fetch(SourceKey key, String catalog) throws ServeException {
        if (closed) {
            throw FetchFailures.stopped(null);
        }
        ForeignUrl url = ForeignUrl.of(key.path());
        CompletableFuture<KeptImage> flight = new CompletableFuture<>();
        synchronized (flights) {
            CompletableFuture<KeptImage> running = flights.get(key);
            if (running != null) {
                return running;
            }
            RecentFailure failure = failures.get(key);
            if (failure != null && clock.instant().isBefore(failure.until())) {
                return CompletableFuture.failedFuture(failure.cause());
            }
            if (!slots.take(url.host(), catalog)) {
                return null;
            }
            failures.remove(key);
            flights.put(key, flight);
        }
        depart(key, url, catalog, flight);
        return flight;
    }

    /** Sends the request of a flight, which lands whatever happens: it has a slot, and others may join it. */
    private void depart(SourceKey key, ForeignUrl url, String catalog, CompletableFuture<KeptImage> flight) {
        KeptImage before = images.find(key);
        Download download = new Download(folder, settings.maxFileBytes());
        var unused = download.outcome()
                .handle((outcome, thrown) -> outcome == null ? old(key, before, thrown) : image(key, before, outcome))
                .thenApply(image -> keep(key, image))
                .whenComplete((image, thrown) -> land(key, url, catalog, image, thrown, flight));
        try {
            new ForeignCall(() -> request(url, before), download, settings.timeout()).send();
        } catch (Throwable e) {
            download.fail(e);
        }
    }

    private KeptImage keep(SourceKey key, KeptImage image) {
        images.put(key, image);
        return image;
    }

    private Request request(ForeignUrl url, @Nullable KeptImage before) throws ServeException {
        return new ForeignRequest(client(), url).headers(headers -> {
            headers.put(HttpHeader.ACCEPT, "image/*,*/*;q=0.5");
            headers.put(HttpHeader.ACCEPT_ENCODING, "identity");
            if (before != null && before.etag() != null) {
                headers.put(HttpHeader.IF_NONE_MATCH, before.etag());
            } else if (before != null && before.lastModified() != null) {
                headers.put(HttpHeader.IF_MODIFIED_SINCE, before.lastModified());
            }
        });
    }

    private synchronized HttpClient client() throws ServeException {
        if (closed) {
            throw FetchFailures.stopped(null);
        }
        HttpClient present = client;
        if (present == null) {
            present = starter.apply(slots);
            client = present;
        }
        return present;
    }

    private void land(
            SourceKey key,
            ForeignUrl url,
            String catalog,
            @Nullable KeptImage image,
            @Nullable Throwable thrown,
            CompletableFuture<KeptImage> flight) {
        Throwable cause = cause(thrown);
        synchronized (flights) {
            flights.remove(key);
            slots.give(url.host(), catalog);
            if (image == null && !(cause instanceof BusyAddressException)) {
                remember(key, cause);
            }
        }
        if (image != null) {
            flight.complete(image);
        } else {
            LOG.debug("'{}' cannot be fetched", key, cause);
            flight.completeExceptionally(cause);
        }
    }

    private static Throwable cause(@Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause == null ? new IOException("nothing has come") : cause;
    }

    /** Remembers a failure; guarded by {@link #flights}. */
    private void remember(SourceKey key, Throwable cause) {
        failed.increment();
        failures.put(key, new RecentFailure(cause, clock.instant().plus(REST)));
        if (failures.size() > MAX_FAILURES) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    /**
     * The image as it has come, or as it was if it has not changed.
     *
     * @throws CompletionException when the server says so of what it was not asked about
     */
    private KeptImage image(SourceKey key, @Nullable KeptImage before, Download.Outcome outcome) {
        Instant now = clock.instant();
        HttpFields headers = outcome.headers();
        AnswerFreshness freshness = AnswerFreshness.of(headers, settings.defaultExpiration(), now);
        Path file = outcome.file();
        if (file != null) {
            fetched.increment();
            return KeptImage.fetched(key, file, outcome, freshness, now);
        }
        if (before == null || !before.hasValidator()) {
            return old(key, before, UnusableAnswerException.unasked());
        }
        unchanged.increment();
        return before.validated(AnswerFreshness.isStated(headers) ? freshness : null, now);
    }

    /**
     * The image as it was, for a moment, when its server cannot be asked.
     *
     * @throws CompletionException with the cause when that does not do
     */
    private KeptImage old(SourceKey key, @Nullable KeptImage before, Throwable thrown) {
        Instant now = clock.instant();
        Throwable cause = cause(thrown);
        boolean passing = !(cause instanceof UnusableAnswerException unusable) || unusable.isPassing();
        if (before == null || !passing || now.isAfter(before.usableUntil())) {
            images.drop(key);
            throw new CompletionException(cause);
        }
        LOG.info("'{}' is used as it was, since its server cannot be asked: {}", key, cause.toString());
        return before.freshUntil(now.plus(REST));
    }

    /** What is kept, and what has been fetched. */
    ForeignImages.ForeignFigures figures() {
        return new ForeignImages.ForeignFigures(
                images.count(),
                images.bytes(),
                settings.maxKeptBytes(),
                slots.taken(),
                fetched.sum(),
                unchanged.sum(),
                failed.sum());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            LifeCycle.stop(client);
        }
    }
}
