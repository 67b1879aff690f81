package dev.understudy.source.web;

import dev.understudy.failure.ServeException;
import dev.understudy.observe.ForeignImages;
import dev.understudy.source.ForeignUrl;
import dev.understudy.source.SourceKey;
import dev.understudy.source.keep.FetchQuota;
import dev.understudy.source.keep.FetchTable;
import dev.understudy.source.keep.FetchedFile;
import dev.understudy.source.keep.KeptFiles;
import dev.understudy.source.keep.KeptFolder;
import dev.understudy.source.keep.KeptFreshness;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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

    private final ForeignSettings settings;
    private final Function<FetchQuota, HttpClient> starter;
    private final KeptFolder folder;
    private final KeptFiles images;
    private final InstantSource clock;
    private final FetchQuota slots;
    private final LongAdder fetched = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final FetchTable fetches;

    private @Nullable HttpClient client;
    private volatile boolean closed;

    /**
     * A fetcher.
     *
     * @param starter starts a client when the first image is fetched, as most servers never fetch any
     * @param folder for what is being fetched
     */
    ForeignFetcher(
            ForeignSettings settings,
            Function<FetchQuota, HttpClient> starter,
            KeptFolder folder,
            KeptFiles images,
            InstantSource clock) {
        this.settings = settings;
        this.starter = starter;
        this.folder = folder;
        this.images = images;
        this.clock = clock;
        slots = new FetchQuota(settings.maxRequests());
        fetches = new FetchTable(slots, clock);
    }

    /**
     * Fetches an image, or joins those who wait for it.
     *
     * @param catalog that it is fetched for
     * @return null when there is no slot for it now
     * @throws ServeException {@code server.overloaded} after the end
     */
    @Nullable
    CompletableFuture<FetchedFile> fetch(SourceKey key, String catalog) throws ServeException {
        if (closed) {
            throw FetchFailures.stopped(null);
        }
        ForeignUrl url = ForeignUrl.of(key.path());
        return fetches.fetch(
                key.path(),
                url.host(),
                catalog,
                cause -> cause instanceof BusyAddressException,
                landing -> depart(key, url, landing));
    }

    /** Sends the request for an image; the fetch ends whatever happens: it has a slot, and others may join it. */
    private void depart(SourceKey key, ForeignUrl url, FetchTable.Landing landing) {
        FetchedFile before = images.find(key.path());
        Download download = new Download(folder, settings.maxFileBytes());
        var unused = download.outcome()
                .handle((outcome, thrown) -> outcome == null ? old(key, before, thrown) : image(key, before, outcome))
                .thenApply(image -> keep(key, image))
                .whenComplete((image, thrown) -> {
                    if (image == null) {
                        LOG.debug("'{}' cannot be fetched", key, FetchTable.cause(thrown));
                    }
                    landing.end(image, thrown);
                });
        try {
            new ForeignCall(() -> request(url, before), download, settings.timeout()).send();
        } catch (Throwable e) {
            download.fail(e);
        }
    }

    private FetchedFile keep(SourceKey key, FetchedFile image) {
        images.put(key.path(), image);
        return image;
    }

    private Request request(ForeignUrl url, @Nullable FetchedFile before) throws ServeException {
        return new VerbatimRequest(client(), url.origin(), url.target()).headers(headers -> {
            headers.put(HttpHeader.ACCEPT, "image/*,*/*;q=0.5");
            headers.put(HttpHeader.ACCEPT_ENCODING, "identity");
            if (before != null && before.state().etag() != null) {
                headers.put(HttpHeader.IF_NONE_MATCH, before.state().etag());
            } else if (before != null && before.state().lastModified() != null) {
                headers.put(HttpHeader.IF_MODIFIED_SINCE, before.state().lastModified());
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

    /**
     * The image as it has come, or as it was if it has not changed.
     *
     * @throws CompletionException when the server says so of what it was not asked about
     */
    private FetchedFile image(SourceKey key, @Nullable FetchedFile before, Download.Outcome outcome) {
        Instant now = clock.instant();
        HttpFields headers = outcome.headers();
        KeptFreshness freshness = AnswerFreshness.of(headers, settings.defaultExpiration(), now);
        Path file = outcome.file();
        if (file != null) {
            fetched.increment();
            return FetchedFile.fetched(file, outcome.state(), freshness, now);
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
    private FetchedFile old(SourceKey key, @Nullable FetchedFile before, Throwable thrown) {
        Instant now = clock.instant();
        Throwable cause = FetchTable.cause(thrown);
        boolean passing = !(cause instanceof UnusableAnswerException unusable) || unusable.isPassing();
        if (before == null || !passing || now.isAfter(before.usableUntil())) {
            images.drop(key.path());
            throw new CompletionException(cause);
        }
        LOG.info("'{}' is used as it was, since its server cannot be asked: {}", key, cause.toString());
        return before.freshFor(FetchTable.REST, now);
    }

    /** What is kept, and what has been fetched. */
    ForeignImages.ForeignFigures figures() {
        return new ForeignImages.ForeignFigures(
                images.count(),
                images.bytes(),
                settings.maxKeptBytes(),
                fetches.count(),
                fetched.sum(),
                unchanged.sum(),
                fetches.failed());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            LifeCycle.stop(client);
        }
    }
}
